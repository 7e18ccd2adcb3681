"""Tracing: a series in the units of any day, and what a figure rests on. It only reads."""
