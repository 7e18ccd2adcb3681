"""Totals: every roll-up kept in the database, brought up to date by each entry in the entry's own transaction."""
