"""What people bring: a file becomes a document, and is read as soon as somebody has said what document it is."""
