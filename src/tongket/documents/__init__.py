"""What arrived and what was issued: texts kept as received, addressed by code points, and how passages are read."""
