"""Uploads that are read behind the request, and what a long document is found in parts by."""

from dataclasses import replace
from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from tongket.base.errors import InvalidInput
from tongket.base.periods import Period
from tongket.catalogue.definitions import Catalogue
from tongket.catalogue.queries import definition
from tongket.deciding.queries import figure
from tongket.reading.queries import about
from tongket.reading.rules import Doubt, judge


def say_what_they_are_about(apps: Any, schema_editor: Any) -> None:
    """Every figure that waits is compared with the others of its text, by what it is about."""
    catalogue = Catalogue(tuple(map(definition, apps.get_model("tongket", "Indicator").objects.all())))
    claims = apps.get_model("tongket", "Claim").objects.filter(claim_type="figure", state="open")
    for claim in claims.iterator():
        read = replace(figure(claim), bound=None)
        try:
            day = Period.parse(read.period or "").last_day
        except InvalidInput:
            continue
        judged = judge(read, {i.code: i for i in catalogue.on(day).indicators})
        if not isinstance(judged, Doubt):
            parts = (judged.indicator.code, judged.period.code, judged.measure, judged.comparison, judged.basis)
            claims.filter(pk=claim.pk).update(about=about(*parts))


class Migration(migrations.Migration):
    dependencies = [
        ("tongket", "0012_quotients"),
    ]

    operations = [
        migrations.AddField(
            model_name="claim",
            name="about",
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name="upload",
            name="due",
            field=models.CharField(
                blank=True,
                choices=[("text", "Text"), ("claims", "Claims"), ("", "Nothing")],
                db_index=True,
                max_length=8,
            ),
        ),
        migrations.AddField(
            model_name="upload",
            name="due_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="upload",
            name="fault",
            field=models.JSONField(null=True),
        ),
        migrations.AddField(
            model_name="upload",
            name="same_as",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tongket.document"
            ),
        ),
        migrations.AddField(
            model_name="upload",
            name="stated",
            field=models.JSONField(null=True),
        ),
        migrations.AddField(
            model_name="upload",
            name="tries",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AlterField(
            model_name="claim",
            name="document",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="claims",
                to="tongket.document",
            ),
        ),
        migrations.AlterField(
            model_name="claim",
            name="state",
            field=models.CharField(
                choices=[("coming", "Coming"), ("open", "Open"), ("taken", "Taken"), ("rejected", "Rejected")],
                default="open",
                max_length=8,
            ),
        ),
        migrations.AlterField(
            model_name="upload",
            name="document",
            field=models.OneToOneField(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="upload", to="tongket.document"
            ),
        ),
        migrations.AlterField(
            model_name="upload",
            name="figures",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AlterField(
            model_name="upload",
            name="found",
            field=models.JSONField(default=dict),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(fields=["state", "claim_type", "document", "indicator"], name="claim_state"),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(fields=["document", "about", "state"], name="claim_about"),
        ),
        migrations.RunPython(say_what_they_are_about, migrations.RunPython.noop),
    ]
