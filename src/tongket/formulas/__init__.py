"""Formulas as officials write them: what an indicator is made of, and what figures have to agree in.

``parsing`` turns the text into terms, ``measuring`` checks their units of measure, ``evaluating`` says what they come
to and from what; ``rolled`` asks a roll-up for the figures, ``queries`` the ledger.
"""
