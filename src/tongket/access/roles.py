"""Permissions and roles an auditor can read. A role is a name, a sentence, and what it permits."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Permission(StrEnum):
    """Everything that can be allowed or refused."""

    READ_PUBLISHED = "read_published"
    INSTALL_PACK = "install_pack"
    REORGANISE = "reorganise"
    RECEIVE_DOCUMENT = "receive_document"
    READ_INTO_CLAIMS = "read_into_claims"
    RECORD_OBSERVATION = "record_observation"
    RECORD_PLAN = "record_plan"
    OPEN_REVIEW = "open_review"
    RECORD_FINDING = "record_finding"
    RECORD_AWARD = "record_award"
    MAKE_EDITION = "make_edition"
    DECIDE_CLAIM = "decide_claim"
    SETTLE_DISPUTE = "settle_dispute"
    TEACH_SYNONYM = "teach_synonym"
    DEFINE_FORMULA = "define_formula"
    KEEP_ACCOUNTS = "keep_accounts"


@dataclass(frozen=True)
class Role:
    """A named set of permissions."""

    name: str
    description: str
    permissions: frozenset[Permission]


PUBLIC = Role(
    "public",
    "Anybody: reads what the year, its documents, its review and its editions say.",
    frozenset({Permission.READ_PUBLISHED}),
)
READER_RULE = Role(
    "rule",
    "A rule of the reader: turns text into claims, and records what links safely. It decides nothing in doubt.",
    frozenset(
        {
            Permission.READ_PUBLISHED,
            Permission.READ_INTO_CLAIMS,
            Permission.RECORD_OBSERVATION,
            Permission.RECORD_PLAN,
            Permission.RECORD_FINDING,
            Permission.RECORD_AWARD,
        }
    ),
)
PACK = Role(
    "pack",
    "The authors of a pack: bring units, indicators and documents with it.",
    frozenset(
        {
            Permission.READ_PUBLISHED,
            Permission.INSTALL_PACK,
            Permission.REORGANISE,
            Permission.RECEIVE_DOCUMENT,
            Permission.RECORD_PLAN,
            Permission.DEFINE_FORMULA,
        }
    ),
)
PERSON = Role(
    "person",
    "Whoever has an account: uploads documents, decides about what was read and between sources that differ, and has "
    "editions made.",
    frozenset(
        {
            Permission.READ_PUBLISHED,
            Permission.RECEIVE_DOCUMENT,
            Permission.DECIDE_CLAIM,
            Permission.SETTLE_DISPUTE,
            Permission.TEACH_SYNONYM,
            Permission.RECORD_OBSERVATION,
            Permission.RECORD_PLAN,
            Permission.MAKE_EDITION,
        }
    ),
)
OPERATOR = Role(
    "system",
    "Whoever runs the program on the machine that holds the workspace.",
    frozenset(Permission),
)
ROLES = {role.name: role for role in (PUBLIC, PERSON, READER_RULE, PACK, OPERATOR)}
