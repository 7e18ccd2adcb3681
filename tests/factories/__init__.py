"""Making what a test needs in a line or two, by the real actions."""
