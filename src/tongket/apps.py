"""Django's view of Tongket: one app."""

from __future__ import annotations

from django.apps import AppConfig
from django.apps.registry import Apps
from django.db.models.signals import post_migrate

from tongket.base import signals


def _restore_guards(**_: object) -> None:
    from tongket.ledger import guard  # models are loaded only after the app is ready

    guard.install()


def _fill_totals(apps: Apps, **_: object) -> None:
    """A database from before there were totals gets them."""
    if "total" in apps.all_models["tongket"]:
        from tongket.totals import actions

        actions.fill()


def _keep_totals() -> None:
    """Totals follow the ledger, the units and the catalogue, each within the transaction that changes it."""
    from tongket.totals import actions

    name = "tongket.totals"
    signals.recorded.connect(lambda observations, **_: actions.keep_up(observations), weak=False, dispatch_uid=name)
    signals.settled.connect(lambda observations, **_: actions.keep_up(observations), weak=False, dispatch_uid=name)
    signals.lives_changed.connect(
        lambda day, above, **_: actions.follow_units(day, above), weak=False, dispatch_uid=name
    )
    signals.defined.connect(lambda code, **_: actions.rebuild(code=code), weak=False, dispatch_uid=name)


class TongketConfig(AppConfig):
    """One app for all chapters; its tables are ``tongket_*``."""

    name = "tongket"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Put the ledger's guards back after every migration, and keep totals in step."""
        post_migrate.connect(_restore_guards, sender=self, dispatch_uid="tongket.ledger.guard")
        post_migrate.connect(_fill_totals, sender=self, dispatch_uid="tongket.totals.fill")
        _keep_totals()
