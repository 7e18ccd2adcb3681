"""Observations, append-only and chained: each names its evidence and carries the hash of the one before.

Comes in: a value with its key and its evidence. Goes out: the same, for ever. A correction is a new entry.
"""
