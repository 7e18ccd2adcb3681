"""The one place that answers «may this actor do that?»."""

from __future__ import annotations

from tongket.access.roles import PUBLIC, ROLES, Permission
from tongket.base.actors import Actor
from tongket.base.errors import TongketError, gettext_noop


class Refused(TongketError):
    """The actor may not do this."""

    code = "tongket.refused"


def may(actor: Actor, permission: Permission) -> bool:
    """Whether the actor's role permits it; whoever has no role of their own is the public."""
    return permission in ROLES.get(actor.kind, PUBLIC).permissions


def require(actor: Actor, permission: Permission) -> None:
    """Raise Refused unless the actor may."""
    if not may(actor, permission):
        raise Refused(gettext_noop("“{actor}” may not do this: {permission}."), actor=actor, permission=permission)
