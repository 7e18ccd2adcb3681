"""The command line: the same verbs as the pages, one domain call each."""
