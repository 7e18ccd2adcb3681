"""What a chapter tells those above it, inside its own transaction: whoever follows keeps in step, or nothing is stored.

A chapter cannot import what stands above it; it sends, and ``apps`` names who follows.
"""

from __future__ import annotations

from django.dispatch import Signal

recorded = Signal()
"""``observations``: entries that the ledger has just got."""

settled = Signal()
"""``observations``: entries that differ, about which it was decided which of them stands, or that none does."""

lives_changed = Signal()
"""``day``: the first day from which other units stand below one another than before. ``above``: the keys of those that
only new units stand below since; None where units ended, too."""

defined = Signal()
"""``code``: an indicator that has got a new version, or whose version ends on another day."""
