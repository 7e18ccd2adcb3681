"""Gathers the tables of all chapters for Django; nobody imports from here."""

from tongket.awards.models import Award
from tongket.base.models import AuditEvent
from tongket.catalogue.models import Indicator, Synonym
from tongket.deciding.models import Decision, Lot, Settlement
from tongket.documents.models import Correction, Document
from tongket.formulas.models import Formula
from tongket.intake.models import Upload
from tongket.ledger.models import Evidence, Observation
from tongket.plan.models import Resolution, Target, Task
from tongket.publication.models import Edition, EditionFile, EditionText
from tongket.reading.models import Claim
from tongket.review.models import Finding, Review, StatedCount
from tongket.totals.models import Total
from tongket.units.models import PeerGroup, Reorganisation, Succession, TakenList, Unit

__all__ = [
    "AuditEvent",
    "Award",
    "Claim",
    "Correction",
    "Decision",
    "Document",
    "Edition",
    "EditionFile",
    "EditionText",
    "Evidence",
    "Finding",
    "Formula",
    "Indicator",
    "Lot",
    "Observation",
    "PeerGroup",
    "Reorganisation",
    "Resolution",
    "Review",
    "Settlement",
    "StatedCount",
    "Succession",
    "Synonym",
    "TakenList",
    "Target",
    "Task",
    "Total",
    "Unit",
    "Upload",
]
