"""What was promised: resolutions, targets (recorded in the ledger too) and tasks with their owner and deadline."""
