"""Reading: from prose, in a language that has a pack, to claims one can check."""
