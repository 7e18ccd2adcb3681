"""Awards: who was given which title, for which period, on whose word."""
