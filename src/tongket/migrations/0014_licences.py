"""What a document may be used for is said in the languages of its readers, as its titles and notes are."""

from typing import Any

from django.db import migrations, models


def keep_what_was_said(apps: Any, schema_editor: Any) -> None:
    """Until now it was said in English only."""
    documents = apps.get_model("tongket", "Document").objects.exclude(licence="")
    for document in documents.only("licence").iterator():
        documents.filter(pk=document.pk).update(licences={"en": document.licence})


class Migration(migrations.Migration):
    dependencies = [
        ("tongket", "0013_long_documents"),
    ]

    operations = [
        migrations.AddField(
            model_name="document",
            name="licences",
            field=models.JSONField(default=dict),
        ),
        migrations.RunPython(keep_what_was_said, migrations.RunPython.noop),
        migrations.RemoveField(
            model_name="document",
            name="licence",
        ),
    ]
