"""Django's view of Tongket: one app."""

from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_migrate


def _restore_guards(**_: object) -> None:
    from tongket.ledger import guard  # models are loaded only after the app is ready

    guard.install()


class TongketConfig(AppConfig):
    """One app for all chapters; its tables are ``tongket_*``."""

    name = "tongket"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Put the ledger's guards back after every migration, which may have remade a table."""
        post_migrate.connect(_restore_guards, sender=self, dispatch_uid="tongket.ledger.guard")
