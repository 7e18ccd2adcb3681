"""Who may do what: the whole table, and no other."""

from __future__ import annotations

import pytest

from tests.factories.records import AUTHORS, OPERATOR, PERSON, PUBLIC, RULE
from tongket.access import policy
from tongket.access.roles import ROLES, Permission
from tongket.base.actors import Actor

MAY = {
    "read_published": {PUBLIC, PERSON, RULE, AUTHORS, OPERATOR},
    "install_pack": {AUTHORS, OPERATOR},
    "reorganise": {AUTHORS, OPERATOR},
    "receive_document": {PERSON, AUTHORS, OPERATOR},
    "read_into_claims": {RULE, OPERATOR},
    "record_observation": {PERSON, RULE, OPERATOR},
    "record_plan": {PERSON, RULE, AUTHORS, OPERATOR},
    "open_review": {OPERATOR},
    "record_finding": {RULE, OPERATOR},
    "record_award": {RULE, OPERATOR},
    "make_edition": {PERSON, OPERATOR},
    "decide_claim": {PERSON, OPERATOR},
    "settle_dispute": {PERSON, OPERATOR},
    "teach_synonym": {PERSON, OPERATOR},
    "define_formula": {AUTHORS, OPERATOR},
    "keep_accounts": {OPERATOR},
}


def test_the_table_is_whole() -> None:
    actual = {
        permission.value: {
            actor for actor in (PUBLIC, PERSON, RULE, AUTHORS, OPERATOR) if policy.may(actor, permission)
        }
        for permission in Permission
    }

    assert actual == MAY


def test_whoever_has_no_role_is_the_public() -> None:
    unknown = Actor("visitor")  # type: ignore[arg-type]

    assert [p.value for p in Permission if policy.may(unknown, p)] == ["read_published"]


def test_a_refusal_names_the_actor_and_what_was_refused() -> None:
    with pytest.raises(policy.Refused) as refusal:
        policy.require(PERSON, Permission.KEEP_ACCOUNTS)

    assert str(refusal.value) == "“person:An” may not do this: keep_accounts."


def test_who_may_is_let_through() -> None:
    policy.require(OPERATOR, Permission.MAKE_EDITION)


def test_an_auditor_can_read_every_role() -> None:
    assert [name for name, role in ROLES.items() if role.name != name or not role.description.endswith(".")] == []
