"""What ranks are counted by, and the newest entry of each indicator found by one look at an index."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def clear(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Totals repeat the ledger: they are made anew after the migration, each with what sorts it."""
    apps.get_model("tongket", "Total").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [
        ("tongket", "0009_totals"),
    ]

    operations = [
        migrations.RunPython(clear, migrations.RunPython.noop),
        migrations.AddField(
            model_name="total",
            name="sorting",
            field=models.BinaryField(null=True),
        ),
        migrations.AddIndex(
            model_name="observation",
            index=models.Index(fields=["unit", "indicator", "period_end"], name="observation_newest"),
        ),
        migrations.AlterField(
            model_name="observation",
            name="indicator",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="observations",
                to="tongket.indicator",
            ),
        ),
        migrations.AlterField(
            model_name="observation",
            name="unit",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="observations",
                to="tongket.unit",
            ),
        ),
        migrations.AddIndex(
            model_name="total",
            index=models.Index(fields=["indicator", "period", "measure", "unit", "sorting"], name="total_rank"),
        ),
    ]
