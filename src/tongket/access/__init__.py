"""Who may do what: one policy, asked by every page, command and action."""
