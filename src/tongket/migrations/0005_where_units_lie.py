"""Where units lie: their seats, and their boundaries."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tongket", "0004_reorganisations"),
    ]

    operations = [
        migrations.CreateModel(
            name="Boundary",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("geometry", models.JSONField()),
                ("source", models.CharField(max_length=400)),
                (
                    "unit",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="boundary", to="tongket.unit"
                    ),
                ),
            ],
            options={"verbose_name_plural": "boundaries", "ordering": ["unit"]},
        ),
        migrations.CreateModel(
            name="Centre",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("longitude", models.CharField(max_length=24)),
                ("latitude", models.CharField(max_length=24)),
                (
                    "unit",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="centre", to="tongket.unit"
                    ),
                ),
            ],
            options={"ordering": ["unit"]},
        ),
    ]
