"""What became of something since the handbook: dated reports, each with its publisher and address."""

from __future__ import annotations

from typing import Annotated

from schema.field_types import Line, List, TermOf, Text, WebAddress
from schema.known_terms import BACKGROUND, KINDRED
from schema.record import Record, key
from schema.rules import Explained, NeedsOneOf, PastDate


class Report(Record):
    """Later news, as the report told it on its date; never the state of today."""

    date: PastDate | None = key(
        "datum", "Datum", "Datum van het bericht, als die bekend is.", example="2019-03", default=None
    )
    date_note: Line | None = key(
        "datum_toelichting",
        "Over de datum",
        "Bijvoorbeeld: pagina zonder datum, cijfer over 2021.",
        example="De pagina heeft geen datum; de cijfers gaan over 2021.",
        default=None,
    )
    about: Line | None = key(
        "over",
        "Waarover",
        "In enkele woorden, als het niet vanzelf spreekt; na 'over'.",
        example="een ruilwinkel in Lier",
        default=None,
    )
    relation: Annotated[str, TermOf("verbanden")] = key(
        "verband",
        "Verband",
        "Gaat het over hetzelfde, een opvolger, iets verwants of de achtergrond?",
        example="zelfde",
    )
    reason: Line | None = key(
        "waarom",
        "Waarom dit hier staat",
        "Wat het bericht hiermee te maken heeft.",
        example="Het is dezelfde formule in een andere gemeente.",
        default=None,
    )
    text: Text = key(
        "tekst",
        "Bericht",
        "Wat het bericht zegt, in eigen woorden.",
        example="De winkel opende een tweede plek in de wijk Noord. Vrijwilligers houden ze twee dagen per week open.",
    )
    reservation: Line | None = key(
        "voorbehoud",
        "Voorbehoud",
        "Waarom je dit bericht met voorzichtigheid leest.",
        example="Het bericht zegt niet of er een verband was met Boom.",
        default=None,
    )
    source: Line = key("bron", "Uitgever", "Wie het bericht bracht.", example="Gazet van Antwerpen")
    url: WebAddress = key(
        "url",
        "Webadres",
        "Waar het bericht staat.",
        example="https://www.hln.be/boom/boom-valt-in-de-prijzen-met-kinderarmoedebeleid~adaa007f/",
    )

    rules = (
        Explained(
            "relation",
            by="reason",
            when=(KINDRED, BACKGROUND),
            message="'waarom' ontbreekt: het verband is '{verband}', dus zeg wat het hiermee te maken heeft",
        ),
    )


class FollowUp(Record):
    """Reports, what in them contradicts the handbook, and what was looked for and not found."""

    note: Text | None = key(
        "toelichting",
        "Wat we vonden",
        "Wat wel en niet gevonden is; zo weet een lezer wat open blijft.",
        example="We vonden berichten tot in 2019. Over hoe het daarna met de winkel ging, vonden we niets.",
        default=None,
    )
    contradiction: Text | None = key(
        "tegenspraak",
        "Anders dan in het handboek",
        "Waar berichten en handboek iets anders zeggen.",
        example="Het handboek schrijft Boempatat. Alle latere bronnen schrijven Boempetat!",
        default=None,
    )
    reports: List[Report] = key("berichten", "Berichten", "Latere berichten, met datum en adres.", default=())

    rules = (NeedsOneOf(("reports", "note"), "vul 'berichten' of 'toelichting' in, of laat 'vervolg' weg"),)

    @property
    def newest_first(self) -> tuple[Report, ...]:
        """The reports, newest first and undated ones last."""
        return tuple(sorted(self.reports, key=lambda report: report.date or "", reverse=True))
