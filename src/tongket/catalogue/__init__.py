"""What is measured: indicators with dated definitions, names and synonyms per language."""
