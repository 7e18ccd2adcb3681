"""Packs: a real region as dated data that travels with the package. Start reading in ``loading``."""
