"""The domain: practice records, their vocabularies, and the catalogue made of them.

Nothing in this package knows a site generator or a template engine.
"""
