"""The pages. A view asks one permission, calls the chapters' queries, and hands a template what it shows."""
