"""Decrees that change units, and what they did."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tongket", "0003_decisions"),
    ]

    operations = [
        migrations.CreateModel(
            name="Reorganisation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=200)),
                ("hierarchy", models.CharField(default="territorial", max_length=32)),
                ("day", models.DateField()),
                ("recorded_at", models.DateTimeField()),
                ("recorded_by", models.CharField(max_length=200)),
            ],
            options={
                "ordering": ["day", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("hierarchy", "number", "day"), name="reorganisation_number_day")
                ],
            },
        ),
        migrations.CreateModel(
            name="Succession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("share", models.CharField(blank=True, max_length=80)),
                (
                    "origin",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="successions",
                        to="tongket.unit",
                    ),
                ),
                (
                    "reorganisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="successions",
                        to="tongket.reorganisation",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="predecessions",
                        to="tongket.unit",
                    ),
                ),
            ],
            options={
                "ordering": ["reorganisation", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("origin__isnull", False), ("target__isnull", False), _connector="OR"),
                        name="succession_of_someone",
                    )
                ],
            },
        ),
    ]
