"""Exchange: tables of figures in and out, each cell checked before anything is stored."""
