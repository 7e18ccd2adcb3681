"""Totals, kept in step with the ledger."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tongket", "0008_formulas"),
    ]

    operations = [
        migrations.CreateModel(
            name="Total",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("indicator", models.SlugField(db_index=False, max_length=100)),
                ("period", models.CharField(max_length=32)),
                ("period_end", models.DateField()),
                ("measure", models.CharField(max_length=16)),
                ("value", models.TextField(blank=True)),
                ("units", models.PositiveIntegerField()),
                ("differing", models.PositiveIntegerField()),
                (
                    "unit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="totals",
                        to="tongket.unit",
                    ),
                ),
            ],
            options={
                "ordering": ["unit", "indicator", "period_end", "measure"],
                "indexes": [models.Index(fields=["unit", "period"], name="total_page")],
                "constraints": [
                    models.UniqueConstraint(fields=("unit", "indicator", "period", "measure"), name="total_cell")
                ],
            },
        ),
    ]
