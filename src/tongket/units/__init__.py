"""Administrative units with dated lives. A unit holds in ``[valid_from, valid_to)`` and is never rewritten."""
