"""Judging a year: results beside plan, last year and peers; limitations with causes; lessons."""
