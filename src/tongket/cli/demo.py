"""``tongket demo``: the main job on a real text: read it, record what links safely, review the year, publish it."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from tongket.base.actors import Actor
from tongket.base.errors import InvalidInput, gettext_noop
from tongket.base.localities import LANGUAGES
from tongket.base.periods import Period
from tongket.cli import serve, texts, units, workspace
from tongket.cli.claims import counts, lines
from tongket.cli.report import write_whole
from tongket.cli.texts import gettext
from tongket.packs import loading
from tongket.packs.around import around
from tongket.packs.definitions import Pack
from tongket.publication.report import FORMATS

if TYPE_CHECKING:  # models can be imported only after Django has started
    from tongket.documents.models import Document
    from tongket.reading.models import Claim
    from tongket.review.models import Review
    from tongket.units.models import Unit

_BEHIND_ALL = 1_000
"""The position of indicators that the region's own catalogue does not hold."""

HELP = gettext_noop("read the sample region's year, review it, make an edition of it, and serve the pages")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Whether and where to serve."""
    serve.arguments(parser)
    parser.add_argument("--no-serve", action="store_true", help=gettext("stop before serving the pages"))


def run(options: argparse.Namespace) -> int:
    """Do the whole chain once; a second run finds everything done and only serves."""
    if not options.no_serve:
        serve.check_port(options.host, options.port)
    pack = loading.load(options.pack)
    path = workspace.folder(options.workspace)
    workspace.create(path, language=texts.language())
    with _Step(gettext("Workspace {folder}", folder=path)):
        from tongket.packs.installing import install  # needs Django to have started

        unit = install(pack, at=_now())
    _take_in_units(pack.units_around)
    report = _read(pack, unit)
    _take_in_figures(pack.units_around)
    if report is not None:
        _publish(path / "editions", pack.code, _review(pack, unit, report))
    if not options.no_serve:
        serve.listen(options.host, options.port)
    return 0


def _take_in_units(name: str) -> None:
    """The units around the region, before and after they were reorganised; nothing where the pack names no lists."""
    from tongket.units import queries

    sources = units.shipped(name)
    if sources:
        with _Step(gettext("Units: {lists}", lists=name)) as step:
            if queries.decrees().filter(number__in=[source.number for source in sources]).exists():
                step.says(gettext("taken in before"))
            else:
                for source in sources:
                    units.take_in(source)


def _take_in_figures(name: str) -> None:
    """What is known of all these units, each figure with its cell; what was taken in before is known by that."""
    from tongket.catalogue import actions as catalogue
    from tongket.documents import queries as documents
    from tongket.documents.actions import Particulars
    from tongket.exchange import actions as exchange
    from tongket.exchange.sheets import table_of
    from tongket.formulas import actions as formulas

    held = around(name)
    if held is None:
        return
    for indicator in held.indicators:
        catalogue.define(by=Actor("pack", name), at=_now(), definition=indicator, position=_BEHIND_ALL)
    for formula in held.formulas:
        formulas.define(by=Actor("pack", name), at=_now(), definition=formula)
    for table in held.figures:
        slug = table.file.removesuffix(".csv")
        if documents.every().filter(slug=slug).exists():
            continue
        with _Step(gettext("Reading {file}", file=table.file)) as step:
            taken = exchange.take_in(
                by=Actor("system"),
                at=_now(),
                name=slug,
                table=table_of((held.folder / table.file).read_bytes(), name=table.file),
                particulars=Particulars(
                    slug=slug,
                    doc_type="table",
                    titles=table.title,
                    media_type="text/csv",
                    source_url=table.source_url,
                    licences=table.licence,
                ),
            )
            step.says(gettext("recorded: {count} figures", count=len(taken.recorded)))


def _read(pack: Pack, unit: Unit) -> Document | None:
    """Read every document that the pack holds; returns the report that sums up the year, the first text."""
    from tongket.documents import queries as documents
    from tongket.reading import actions as reading

    context = reading.Context.of(pack, unit)
    tables = {table.document: table for table in pack.tables}
    report = None
    for definition in pack.documents:
        if definition.file is None:
            continue
        document = documents.get(definition.slug)
        known = document.claims.exists()
        with _Step(gettext("Reading {file}", file=definition.file)) as step:
            if document.slug in tables:
                table = tables[document.slug]
                claims = reading.read_table_document(at=_now(), document=document, context=context, reading=table)
            else:
                claims = reading.read_document(at=_now(), document=document, context=context)
                report = report or document
            records = [claim.content for claim in claims]
            step.says(gettext("read before: {found}", found=counts(records)) if known else counts(records))
            if not known:
                for line in lines(records):
                    print(f"    {line}")
            _tell(claims)
    return report


def _review(pack: Pack, unit: Unit, report: Document) -> Review:
    from tongket.awards import actions as awards
    from tongket.ledger import queries as ledger
    from tongket.publication.wording import DOUBTS, say
    from tongket.reading import queries as reading
    from tongket.review import actions as reviewing

    period = Period.year(pack.review_year)
    with _Step(gettext("Review of {period}", period=period.code)) as step:
        review = reviewing.open_review(by=Actor("system"), at=_now(), unit=unit, period=period, report=report)
        reviewing.take_findings(at=_now(), review=review)
        awards.take_awards(at=_now(), review=review)
        head = ledger.head()
        step.says(gettext("{count} observations in the ledger, head {hash}", count=head.count, hash=head.hash[:12]))
        # Only now: figures that belong to findings and awards do not wait.
        print("    " + gettext("taken as counts and awards: {count} figures", count=reading.taken_otherwise(report)))
        for doubt, count in Counter(claim.waits_for for claim in reading.waiting()).most_common():
            print("    " + gettext("waiting: {count}, because {reason}", count=count, reason=say(DOUBTS, doubt)))
    return review


def _publish(folder: Path, pack: str, review: Review) -> None:
    from tongket.publication import actions as publication
    from tongket.publication import queries

    with _Step(gettext("Edition")) as step:
        edition = publication.make(by=Actor("system"), at=_now(), review=review)
        _make(folder)
        for language, format in product(LANGUAGES, FORMATS):
            kept = queries.file(edition, language=language, format=format)
            path = folder / f"{pack}-{review.period}-{edition.number}.{language}.{format}"
            write_whole(path, bytes(kept.content))
            print(f"    {path}")
        step.says(gettext("no. {number}", number=edition.number))


def _make(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise InvalidInput(
            gettext_noop("{file} cannot be written ({reason})."), file=folder, reason=error.strerror
        ) from None


def _now() -> datetime:
    return datetime.now(UTC)


def _tell(claims: list[Claim]) -> None:
    """How many figures were recorded by themselves."""
    figures = [claim for claim in claims if claim.claim_type == "figure"]
    recorded = sum(claim.observation_id is not None for claim in figures)
    print(
        "    " + gettext("recorded by rule: {recorded} of {figures} figures", recorded=recorded, figures=len(figures))
    )


class _Step:
    """One step of the work: its name when it begins, what it found and how long it took when it ends."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._found = ""

    def says(self, found: str) -> None:
        """What the step found."""
        self._found = found

    def __enter__(self) -> _Step:
        self._started = time.monotonic()
        print(f"{self._name} …", flush=True)
        return self

    def __exit__(self, *exception: object) -> None:
        if exception[0] is None:
            seconds = time.monotonic() - self._started
            print("    " + " · ".join(part for part in (self._found, f"{seconds:.1f} s") if part))
            sys.stdout.flush()
