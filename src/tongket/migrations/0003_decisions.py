"""What people decide: about claims, and between sources that differ."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tongket", "0002_edition_texts"),
    ]

    operations = [
        migrations.AlterField(
            model_name="claim",
            name="state",
            field=models.CharField(
                choices=[("open", "Open"), ("taken", "Taken"), ("rejected", "Rejected")], default="open", max_length=8
            ),
        ),
        migrations.AlterField(
            model_name="observation",
            name="verification",
            field=models.CharField(
                choices=[
                    ("self_reported", "Self Reported"),
                    ("documented", "Documented"),
                    ("spot_checked", "Spot Checked"),
                    ("corrected", "Corrected"),
                    ("disputed", "Disputed"),
                    ("withdrawn", "Withdrawn"),
                ],
                max_length=16,
            ),
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                (
                    "verdict",
                    models.CharField(
                        choices=[("accept", "Accept"), ("correct", "Correct"), ("reject", "Reject"), ("undo", "Undo")],
                        max_length=8,
                    ),
                ),
                ("terms", models.JSONField(null=True)),
                ("reason", models.TextField(blank=True)),
                ("decided_by", models.CharField(max_length=200)),
                ("decided_at", models.DateTimeField()),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="decisions", to="tongket.claim"
                    ),
                ),
                (
                    "observation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="tongket.observation",
                    ),
                ),
            ],
            options={
                "ordering": ["claim", "number"],
                "constraints": [models.UniqueConstraint(fields=("claim", "number"), name="decision_number")],
            },
        ),
        migrations.CreateModel(
            name="Settlement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("period", models.CharField(max_length=32)),
                ("number", models.PositiveIntegerField()),
                ("between", models.JSONField()),
                ("reason", models.TextField()),
                ("decided_by", models.CharField(max_length=200)),
                ("decided_at", models.DateTimeField()),
                (
                    "chosen",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="settlements",
                        to="tongket.observation",
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="settlements", to="tongket.indicator"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="settlements", to="tongket.unit"
                    ),
                ),
            ],
            options={
                "ordering": ["indicator", "unit", "period", "number"],
                "constraints": [
                    models.UniqueConstraint(fields=("indicator", "unit", "period", "number"), name="settlement_number")
                ],
            },
        ),
    ]
