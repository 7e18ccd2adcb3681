"""Django's PostgreSQL, with one writer at a time, as SQLite's IMMEDIATE transactions have it.

Actions look before they write: at the newest entry of the chain, at the decisions that the decider saw. Between the
look and the writing nobody else may write. So a transaction takes the one lock before it looks at anything; what it
then reads is what the writer before it committed. Reading outside a transaction waits for nobody.
"""

from __future__ import annotations

from django.db.backends.postgresql import base

_LOCK = 0x746F6E676B6574  # "tongket"; of this database, and released when the transaction ends


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection whose transactions are one after the other."""

    def set_autocommit(self, autocommit: bool, force_begin_transaction_with_broken_autocommit: bool = False) -> None:
        """Begin or end a transaction, as Django's own; one that begins takes the writers' lock."""
        super().set_autocommit(autocommit, force_begin_transaction_with_broken_autocommit)
        if autocommit:
            return
        try:
            with self.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        except BaseException:
            self.close()  # or the half-begun transaction would be the next one's
            raise
