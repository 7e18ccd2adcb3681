"""``tongket verify``: is everything still what was recorded?"""

from __future__ import annotations

import argparse

from tongket.base.errors import gettext_noop
from tongket.cli import rollup, texts, workspace
from tongket.cli.shared import need_engines
from tongket.cli.texts import complain, gettext

HELP = gettext_noop("walk the ledger's chain, every piece of evidence and every edition again")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing but the workspace."""


def run(options: argparse.Namespace) -> int:
    """Say how much was checked; 1 when something is not as it was recorded."""
    workspace.use(workspace.folder(options.workspace), language=texts.language())
    from tongket.ledger import anchors  # these need Django to have started
    from tongket.publication.queries import verify

    verdict = verify(anchors.kept())
    if verdict.entries and not anchors.place().is_file():
        verdict.find(
            gettext_noop("{file} is gone, in which the workspace keeps how far its ledger reached."),
            file=anchors.place(),
        )
    if (anchors.place().parent / "segments").is_dir():
        need_engines()
        from tongket.ledger import segments

        verdict.faults.extend(segments.faults())
    for fault in verdict.faults:
        complain(gettext(fault.message, **fault.values))
    # Nothing can be said of totals where what they are made of is damaged.
    different = 0 if verdict.faults else rollup.compare()
    print(
        gettext(
            "Checked: {entries} entries of the ledger, {spans} evidence spans, {documents} documents, "
            "{editions} files of editions.",
            entries=verdict.entries,
            spans=verdict.spans,
            documents=verdict.documents,
            editions=verdict.editions,
        )
    )
    print(
        gettext(
            "This release writes {rewritten} of these files just as they are kept.",
            rewritten=verdict.rewritten,
        )
    )
    print(
        gettext("What was checked is as it was recorded.")
        if not verdict.faults and not different
        else gettext("Something is not as it was recorded.")
    )
    return 1 if verdict.faults or different else 0
