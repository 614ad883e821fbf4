"""Turns the catalogue into pages. Nothing in this package but `mkdocs_events` knows MkDocs."""
