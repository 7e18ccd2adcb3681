"""Tongket: a regional government's year, from resolution to published review."""

__version__ = "0.1.0"
