"""Keeping accounts: Django's own, one for each person who may decide."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from tongket.access import policy
from tongket.access.roles import Permission
from tongket.base import events
from tongket.base.actors import Actor
from tongket.base.errors import Conflict, InvalidInput, NotFound, gettext_noop


@transaction.atomic
def add_account(*, by: Actor, at: datetime, name: str, password: str) -> User:
    """Give a person an account. Raises Conflict when the name is taken, InvalidInput for a name or password unfit."""
    policy.require(by, Permission.KEEP_ACCOUNTS)
    if User.objects.filter(username__iexact=name).exists():
        raise Conflict(gettext_noop("There is an account “{name}” already."), name=name)
    person = User(username=name)
    try:
        person.clean_fields(exclude=["password"])
    except ValidationError:
        raise InvalidInput(
            gettext_noop("“{name}” cannot be the name of an account: use letters, digits and @ . + - _ only."),
            name=name,
        ) from None
    _set(person, password)
    events.leave(by=str(by), at=at, verb="add account", thing=f"person:{name}")
    return person


@transaction.atomic
def change_password(*, by: Actor, at: datetime, name: str, password: str) -> User:
    """Give an account another password; whoever is logged in with the old one is so no longer."""
    policy.require(by, Permission.KEEP_ACCOUNTS)
    person = _account(name)
    _set(person, password)
    events.leave(by=str(by), at=at, verb="change password", thing=f"person:{name}")
    return person


@transaction.atomic
def close_account(*, by: Actor, at: datetime, name: str) -> User:
    """Let an account be used no more; what its person decided keeps the name."""
    policy.require(by, Permission.KEEP_ACCOUNTS)
    person = _account(name)
    if person.is_active:
        person.is_active = False
        person.save(update_fields=["is_active"])
        events.leave(by=str(by), at=at, verb="close account", thing=f"person:{name}")
    return person


def _account(name: str) -> User:
    person = User.objects.filter(username=name).first()
    if person is None:
        raise NotFound(gettext_noop("There is no account “{name}”."), name=name)
    return person


def _set(person: User, password: str) -> None:
    try:
        validate_password(password, person)
    except ValidationError as error:
        raise InvalidInput(
            gettext_noop("The password will not do: {reasons}"), reasons=" ".join(error.messages)
        ) from None
    person.set_password(password)
    person.save()
