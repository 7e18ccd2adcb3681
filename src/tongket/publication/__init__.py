"""Telling: editions, frozen and reproducible, written from one report tree."""
