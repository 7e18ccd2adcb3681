"""What builds and checks the project, and never ships with it."""
