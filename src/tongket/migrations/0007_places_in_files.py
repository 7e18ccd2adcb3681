"""Where in its file each part of a document's text stands."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tongket", "0006_desk"),
    ]

    operations = [
        migrations.AddField(
            model_name="document",
            name="places",
            field=models.JSONField(blank=True, default=dict),
        ),
    ]
