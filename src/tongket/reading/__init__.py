"""Reading: from prose in Vietnamese, Russian or English to claims one can check."""
