"""What people decide: about a claim that was read, and which of two sources stands where they differ."""
