"""Completes the site that MkDocs rendered, with what the other packages make. Does not know MkDocs."""
