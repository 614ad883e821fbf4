"""What became of something since the handbook: dated reports, each with its publisher and address."""

from __future__ import annotations

from typing import Annotated

from pydantic import model_validator

from schema.field_types import Line, List, PastDate, TermOf, Text, WebAddress, refuse
from schema.known_terms import BACKGROUND, KINDRED
from schema.record import Record, key


class Report(Record):
    """Later news, as the report told it on its date; never the state of today."""

    date: PastDate | None = key("datum", "Datum", "Datum van het bericht, als die bekend is.", default=None)
    date_note: Line | None = key(
        "datum_toelichting", "Over de datum", "Bijvoorbeeld: pagina zonder datum, cijfer over 2021.", default=None
    )
    about: Line | None = key(
        "over", "Waarover", "In enkele woorden, als het niet vanzelf spreekt; na 'over'.", default=None
    )
    relation: Annotated[str, TermOf("verbanden")] = key(
        "verband", "Verband", "Gaat het over hetzelfde, een opvolger, iets verwants of de achtergrond?"
    )
    reason: Line | None = key(
        "waarom", "Waarom dit hier staat", "Wat het bericht hiermee te maken heeft.", default=None
    )
    text: Text = key("tekst", "Bericht", "Wat het bericht zegt, in eigen woorden.")
    reservation: Line | None = key(
        "voorbehoud", "Voorbehoud", "Waarom je dit bericht met voorzichtigheid leest.", default=None
    )
    source: Line = key("bron", "Uitgever", "Wie het bericht bracht.")
    url: WebAddress = key("url", "Webadres", "Waar het bericht staat.")

    @model_validator(mode="after")
    def _say_what_binds(self) -> Report:
        if self.relation in {KINDRED, BACKGROUND} and not self.reason:
            refuse(f"'waarom' ontbreekt: het verband is '{self.relation}', dus zeg wat het hiermee te maken heeft")
        return self


class FollowUp(Record):
    """Reports, what in them contradicts the handbook, and what was looked for and not found."""

    note: Text | None = key(
        "toelichting", "Wat we vonden", "Wat wel en niet gevonden is; zo weet een lezer wat open blijft.", default=None
    )
    contradiction: Text | None = key(
        "tegenspraak", "Anders dan in het handboek", "Waar berichten en handboek iets anders zeggen.", default=None
    )
    reports: List[Report] = key("berichten", "Berichten", "Latere berichten, met datum en adres.", default=())

    @model_validator(mode="after")
    def _say_something(self) -> FollowUp:
        if not self.reports and not self.note:
            refuse("vul 'berichten' of 'toelichting' in, of laat 'vervolg' weg")
        return self

    @property
    def newest_first(self) -> tuple[Report, ...]:
        """The reports, newest first and undated ones last."""
        return tuple(sorted(self.reports, key=lambda report: report.date or "", reverse=True))
