"""Uploads, lots of decisions, learned synonyms, and the phrases by which texts mean indicators and peers."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tongket", "0005_where_units_lie"),
    ]

    operations = [
        migrations.CreateModel(
            name="Synonym",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("indicator", models.SlugField(max_length=100)),
                ("language", models.CharField(max_length=8)),
                ("phrase", models.CharField(max_length=200)),
                ("document", models.SlugField(max_length=100)),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("learned_by", models.CharField(max_length=200)),
                ("learned_at", models.DateTimeField()),
                ("revoked_by", models.CharField(blank=True, max_length=200)),
                ("revoked_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ["indicator", "learned_at", "pk"],
            },
        ),
        migrations.AddField(
            model_name="indicator",
            name="is_growth",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="indicator",
            name="synonyms",
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name="peergroup",
            name="phrases",
            field=models.JSONField(default=dict),
        ),
        migrations.CreateModel(
            name="Lot",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("grade", models.CharField(max_length=1)),
                ("decided_by", models.CharField(max_length=200)),
                ("decided_at", models.DateTimeField()),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lots", to="tongket.document"
                    ),
                ),
                (
                    "undoes",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="undone_by",
                        to="tongket.lot",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.AddField(
            model_name="decision",
            name="lot",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="decisions", to="tongket.lot"
            ),
        ),
        migrations.CreateModel(
            name="Upload",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("file_name", models.CharField(max_length=200)),
                ("content", models.BinaryField()),
                ("size", models.PositiveIntegerField()),
                ("sha256", models.CharField(max_length=64, unique=True)),
                ("found", models.JSONField()),
                ("figures", models.PositiveIntegerField()),
                ("received_by", models.CharField(max_length=200)),
                ("received_at", models.DateTimeField()),
                ("described_by", models.CharField(blank=True, max_length=200)),
                ("described_at", models.DateTimeField(null=True)),
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="upload", to="tongket.document"
                    ),
                ),
            ],
            options={
                "ordering": ["received_at", "pk"],
            },
        ),
    ]
