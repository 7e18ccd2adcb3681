"""The tree of an edition once per language, as its files are now several."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models

# Every file so far is the only one of its language.
COPY = """
INSERT INTO tongket_editiontext (edition_id, language, tree)
SELECT edition_id, language, tree FROM tongket_editionfile
"""


class Migration(migrations.Migration):
    dependencies = [("tongket", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="EditionText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("language", models.CharField(max_length=8)),
                ("tree", models.JSONField()),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="texts", to="tongket.edition"
                    ),
                ),
            ],
            options={
                "ordering": ["edition", "language"],
                "constraints": [models.UniqueConstraint(fields=("edition", "language"), name="edition_text")],
            },
        ),
        migrations.RunSQL(COPY),
        migrations.RemoveField(model_name="editionfile", name="tree"),
    ]
