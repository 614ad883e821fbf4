"""The index that the search in the browser loads: built here once, so that a visitor's device need not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lunr.builder import Builder
from lunr.pipeline import Pipeline

from hooks import addresses
from hooks.search_documents import FIELDS, NAMES, PRACTICE, SearchDocument, search_documents
from hooks.search_words import STEMMER, STOP_WORDS, CompoundSplitter, as_one_word, parts_of_all, stem, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lunr.token import Token

    from hooks.written_pages import WrittenPage
    from schema.catalogue import Catalogue

INDEX_URI = "assets/data/search-index.js"
"""Where the index is published; only a visitor who searches loads it."""

_PARTS = "delen"
"""The field that holds the parts of compounds."""
_SHOWN = ("namen", "gemeenten", "partners", "methodes")
"""Short fields that go along as they are, so that a result can tell where the words were found."""


def search_index(
    catalogue: Catalogue, written: tuple[WrittenPage, ...], *, directory_addresses: bool
) -> dict[str, object]:
    """Build the index of the whole site.

    Args:
        catalogue: The practices.
        written: The pages from docs/.
        directory_addresses: Whether pages are published as folders.

    Returns:
        What `search-engine.js` reads: the documents to show, the stop words, and the index as lunr writes it, in
        which a document's number in the list is its name. Equal input gives an equal index.
    """
    documents = search_documents(catalogue, written)
    return {
        "documents": [_shown(document, directory_addresses=directory_addresses) for document in documents],
        "stopWords": sorted(STOP_WORDS),
        "index": _build(documents),
    }


def _shown(document: SearchDocument, *, directory_addresses: bool) -> dict[str, object]:
    href = addresses.relative_address(document.address, source=addresses.HOME, directory_addresses=directory_addresses)
    short = {name: document.texts[name] for name in _SHOWN if document.kind == PRACTICE and name in document.texts}
    return {
        **({"id": document.id} if document.id else {}),
        "address": document.address,
        "href": href,
        "kind": document.kind,
        "title": document.title,
        "summary": document.summary,
        **({"texts": short} if short else {}),
    }


def _build(documents: tuple[SearchDocument, ...]) -> dict[str, Any]:
    words = [{name: [*_words_in(name, texts)] for name, texts in document.texts.items()} for document in documents]
    splitter = CompoundSplitter(word for fields in words for found in fields.values() for word in found)
    builder = Builder()
    builder.ref("ref")
    for name, weight in FIELDS.items():
        builder.field(name, weight)
    builder.field(_PARTS, 1)
    builder.pipeline.add(_stem_token)
    builder.search_pipeline.add(_stem_token)
    for number, fields in enumerate(words):
        parts = [part for found in fields.values() for part in parts_of_all(found, splitter)]
        builder.add({"ref": str(number), **{name: fields.get(name, []) for name in FIELDS}, _PARTS: parts})
    built: dict[str, Any] = builder.build().serialize()
    # Which word stands where can be told from the vectors: the browser does, and has half as much to load.
    places = {postings["_index"]: term for term, postings in built.pop("invertedIndex")}
    built["terms"] = [places[place] for place in sorted(places)]
    built["fieldVectors"] = [[name, _rounded(vector)] for name, vector in built["fieldVectors"]]
    return built


def _rounded(vector: list[float]) -> list[float]:
    """Round the weights, which stand at every second place, to what can still change an order."""
    return [round(value, 1) if place % 2 else value for place, value in enumerate(vector)]


def _words_in(field: str, texts: tuple[str, ...]) -> Iterator[str]:
    for text in texts:
        yield from words_of(text)
        if field in NAMES and (name := as_one_word(text)):
            yield name


def _stem_token(token: Token, *_: object) -> Token:
    return token.update(lambda word, _: stem(word))


Pipeline.register_function(_stem_token, STEMMER)
