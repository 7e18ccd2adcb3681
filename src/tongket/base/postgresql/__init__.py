"""PostgreSQL as Tongket uses it. Imported by Django alone, and only where DATABASE_URL names it."""
