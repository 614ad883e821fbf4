"""The groups of fields within the record of a practice: for whom, where, with whom, with what money and so on."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from schema.field_types import (
    Age,
    Amount,
    EmailAddress,
    Line,
    List,
    Once,
    Percentage,
    PracticeId,
    TermOf,
    Text,
    Truth,
    UniqueList,
    WebAddress,
    Year,
)
from schema.known_terms import ILLUSTRATED, LEAD, PARTNER
from schema.record import Certain, CertaintyOfFunding, ExplainedWhenConcluded, Record, key
from schema.rules import ExactlyOneOf, InOrder, NeedsOneOf, Never, NotBefore, PastDate

AgeUntil = Annotated[
    Age,
    Never(0, "'0' kan niet; schrijf 'zwangerschap: true' als het over de tijd voor de geboorte gaat"),
    NotBefore("start", "{found} ligt voor 'van' ({other}); draai de twee om"),
]


class ChildAge(ExplainedWhenConcluded):
    """The age of the children, in years; a parent's age belongs to the target group."""

    start: Annotated[Age, Field(lt=18)] | None = key(
        "van", "Vanaf", "Leeftijd in jaren; 0.25 is drie maanden.", example="2.5", default=None
    )
    end: AgeUntil | None = key(
        "tot", "Tot", "Leeftijd in jaren; dit jaar zelf telt niet mee.", example="6", default=None
    )
    pregnancy: Truth = key(
        "zwangerschap",
        "Zwangerschap",
        "Of het al voor de geboorte begint; in het bestand staat dan true.",
        example="true",
        default=False,
    )

    rules = (
        NeedsOneOf(("start", "end", "pregnancy"), "vul 'van', 'tot' of 'zwangerschap' in, of laat de leeftijd weg"),
    )


class TargetGroup(Record):
    """Whom a practice is for, and through whom it works."""

    description: Line = key(
        "omschrijving",
        "Voor wie",
        "In gewone woorden: voor wie is dit?",
        example="Ouders met kinderen tot 3 jaar; wie weinig geld heeft, krijgt extra ruilmunten.",
    )
    final: UniqueList[Annotated[str, TermOf("doelgroepen")]] = key(
        "einddoelgroep",
        "Doelgroep",
        "Wie er beter van wordt; de eigen situatie van ouders hoort hier.",
        example="gezinnen-in-armoede",
        min_length=1,
    )
    intermediaries: UniqueList[Annotated[str, TermOf("intermediairs")]] = key(
        "intermediairs",
        "Via wie",
        "Met wie de praktijk werkt om die mensen te bereiken.",
        example="onthaalouders",
        default=(),
    )


class Reach(ExplainedWhenConcluded):
    """Whether a practice is for everybody or for some."""

    value: Annotated[str, TermOf("bereiken")] = key(
        "waarde", "Bereik", "Voor iedereen, voor enkelen of allebei.", example="gemengd"
    )


class Place(Record):
    """Where a practice runs, with the names that its source uses."""

    municipalities: UniqueList[Annotated[str, TermOf("gemeenten")]] = key(
        "gemeenten",
        "Gemeenten",
        "Elke gemeente waar het gebeurt; een oude naam mag ook.",
        example="boom",
        default=(),
    )
    spot: Line | None = key("plaats", "Plaats", "Wijk, district of gebouw.", example="wijk Nieuw Gent", default=None)
    region: Line | None = key(
        "regio", "Regio", "Streek, als de bron er een noemt.", example="Zuid-West-Vlaanderen", default=None
    )

    rules = (NeedsOneOf(("municipalities", "region"), "vul 'gemeenten' of 'regio' in"),)


class Partner(ExplainedWhenConcluded):
    """An organisation that leads a practice or takes part in it."""

    name: Line = key("naam", "Naam", "De naam zoals de bron ze schrijft, overal gelijk.", example="OCMW Boom")
    type: Annotated[str, TermOf("partnertypes")] = key(
        "type", "Soort partner", "Uit de lijst van hoofdstuk 3, stap 3.", example="overheid"
    )
    role: Annotated[str, TermOf("rollen")] = key(
        "rol", "Rol", "Wat deze partner doet.", example="toeleider", default=PARTNER
    )


class Lead(Partner):
    """An organisation that leads a practice."""

    role: Annotated[str, TermOf("rollen")] = key(
        "rol", "Rol", "Wat deze partner doet.", example="trekker", default=LEAD
    )


class Illustration(Record):
    """A step, a success factor or an attention point of chapter 3 that a practice shows."""

    id: Annotated[str, TermOf(*ILLUSTRATED)] = key(
        "id", "Stap, kenmerk of aandachtspunt", "Uit hoofdstuk 3 van het handboek.", example="lage-drempels"
    )
    reason: Line = key(
        "waarom",
        "Waarom",
        "Waaraan je dat ziet in deze praktijk.",
        example="Wie iets komt ruilen, vindt van daaruit de weg naar andere activiteiten.",
    )


class FundingRouteUse(ExplainedWhenConcluded):
    """How a practice is paid for."""

    certainty: CertaintyOfFunding = key(
        "zekerheid", "Zekerheid", "'vermeld', 'betaler' als de bron zegt wie betaalt, of 'afgeleid'.", example="betaler"
    )
    route: Annotated[str, TermOf("financieringsroutes")] = key(
        "route", "Financieringsroute", "Uit de lijst.", example="participatiedecreet"
    )


class MoneyFact(Record):
    """A sum or a share that the source names."""

    amount: Amount | None = key(
        "bedrag", "Bedrag", "Enkel cijfers, zonder punt voor de duizendtallen.", example="25000", default=None
    )
    share: Percentage | None = key(
        "aandeel", "Aandeel", "In procent, als de bron geen bedrag maar een deel noemt.", example="8.6", default=None
    )
    currency: Line = key("munt", "Munt", "EUR, of de eigen munt van de praktijk.", example="boommunt", default="EUR")
    year: Year | None = key("jaar", "Jaar", "Het jaar waarvoor het bedrag geldt.", example="2011", default=None)
    payer: Line | None = key(
        "betaler", "Betaler", "Wie dit betaalt, als de bron het zegt.", example="de Vlaamse overheid", default=None
    )
    purpose: Line = key(
        "waarvoor", "Waarvoor", "Wat er met het bedrag betaald wordt.", example="het loon van een halftijdse brugfiguur"
    )
    source: Line = key("bron", "Bron", "Waar het bedrag staat.", example="jaarverslag 2011, bladzijde 14")
    url: WebAddress | None = key(
        "url",
        "Webadres",
        "Het adres van die bron, als ze op het web staat.",
        example="https://www.voorbeeld.be/jaarverslag-2011.pdf",
        default=None,
    )

    rules = (ExactlyOneOf(("amount", "share"), "vul 'bedrag' of 'aandeel' in, en niet allebei"),)


class Funding(Record):
    """Money: routes, sums and what a family pays."""

    routes: Annotated[List[FundingRouteUse], Once("route")] = key(
        "routes", "Financiering", "Hoe de praktijk betaald wordt.", default=(), told_when_absent=True
    )
    amounts: List[MoneyFact] = key("bedragen", "Bedragen", "Bedragen die de bron noemt.", default=())
    family_cost: Line | None = key(
        "kost_voor_gezin",
        "Kost voor het gezin",
        "Wat een gezin betaalt, zoals 'gratis'.",
        example="gratis",
        default=None,
        told_when_absent=True,
    )


class Part(Record):
    """A named part of a practice, such as an action of a plan."""

    name: Line = key("naam", "Naam", "De naam van het onderdeel.", example="Onthaalouder boven de winkel")
    group: Line | None = key(
        "reeks",
        "Reeks",
        "Het kopje waaronder het staat, als er meer reeksen zijn.",
        example="Acties voor jonge kinderen",
        default=None,
    )
    text: Text = key(
        "tekst",
        "Tekst",
        "Wat het inhoudt.",
        example="Een onthaalouder vangt er kinderen op. Ouders kunnen er ook terecht als ze plots moeten werken.",
    )
    who: Line | None = key(
        "wie", "Wie", "Wie het doet en wie de regie heeft.", example="Het OCMW; de school heeft de regie.", default=None
    )


class Barrier(Record):
    """Something that keeps families away, and the answer to it."""

    barrier: Line = key("drempel", "Drempel", "Wat mensen tegenhoudt.", example="Ouders spreken nog weinig Nederlands.")
    answer: Line | None = key(
        "antwoord",
        "Antwoord",
        "Wat de praktijk eraan doet.",
        example="Muurkranten in eenvoudige woorden en met pictogrammen.",
        default=None,
    )


class Finding(Certain):
    """A strength, a limit or a lesson."""

    text: Line = key(
        "tekst",
        "Tekst",
        "In één of twee zinnen.",
        example="De winkel helpt ouders elkaar te leren kennen. Dat is een eenvoudige steun bij het opvoeden.",
    )


class Result(Record):
    """What came of a practice, and which kind that is: reach, target, effect or an award."""

    kind: Annotated[str, TermOf("resultaatsoorten")] = key(
        "soort", "Soort", "Bereik, streefdoel, effect of erkenning.", example="bereik"
    )
    what: Line = key("wat", "Wat", "Waarover het gaat.", example="gezinnen die in één jaar kwamen ruilen")
    value: Line | None = key("waarde", "Waarde", "Het getal, met zijn eenheid.", example="120 gezinnen", default=None)
    year: PastDate | None = key(
        "jaar", "Jaar", "Waarvoor het geldt, als de bron dat zegt.", example="2011", default=None
    )
    source: Line = key("bron", "Bron", "Waar het staat.", example="jaarverslag van het OCMW")
    url: WebAddress | None = key(
        "url",
        "Webadres",
        "Het adres van die bron, als ze op het web staat.",
        example="https://www.voorbeeld.be/jaarverslag-2011.pdf",
        default=None,
    )


class Status(Record):
    """How a practice stood, and when that was so."""

    state: Annotated[str, TermOf("statussen")] = key(
        "stand", "Stand", "Hoe de bron de praktijk beschrijft.", example="lopend"
    )
    as_of: PastDate = key(
        "peildatum", "Peildatum", "Wanneer dat zo was: jjjj, jjjj-mm of jjjj-mm-dd.", example="2026-03"
    )
    explanation: Line | None = key(
        "toelichting",
        "Toelichting",
        "Wat de bron erover zegt.",
        example="De winkel is elke woensdag en zaterdag open.",
        default=None,
    )


class Period(Record):
    """When a practice began and ended."""

    start: PastDate | None = key(
        "begin", "Sinds", "Wanneer het begon: jjjj, jjjj-mm of jjjj-mm-dd.", example="2010-09", default=None
    )
    end: PastDate | None = key(
        "einde", "Tot", "Wanneer het stopte, als de bron dat zegt.", example="2014", default=None
    )
    explanation: Line | None = key(
        "toelichting",
        "Toelichting",
        "Wat de bron erover zegt.",
        example="Het project liep drie schooljaren.",
        default=None,
    )

    rules = (
        NeedsOneOf(("start", "end", "explanation"), "vul 'begin', 'einde' of 'toelichting' in, of laat 'periode' weg"),
        InOrder("start", "end", "'einde' ({einde}) ligt voor 'begin' ({begin}); draai de twee om"),
    )


class Contact(Record):
    """Where to ask more, as the source gives it; never a private person's address."""

    website: WebAddress | None = key(
        "website",
        "Website",
        "Het adres van de praktijk zelf.",
        example="https://www.voorbeeld.be/ruilwinkel",
        default=None,
    )
    email: EmailAddress | None = key(
        "email",
        "E-mail",
        "Een adres van de dienst, niet van een persoon.",
        example="ruilwinkel@voorbeeld.be",
        default=None,
    )
    phone: Line | None = key("telefoon", "Telefoon", "Een nummer van de dienst.", example="03 123 45 67", default=None)
    address: Line | None = key(
        "adres", "Adres", "Straat, nummer en gemeente.", example="Antwerpsestraat 100, 2850 Boom", default=None
    )
    explanation: Line | None = key(
        "toelichting",
        "Toelichting",
        "Wat een lezer daarbij moet weten.",
        example="Bel op woensdag, dan is er zeker iemand.",
        default=None,
    )

    rules = (
        NeedsOneOf(
            ("website", "email", "phone", "address"),
            "vul 'website', 'email', 'telefoon' of 'adres' in, of laat 'contact' weg",
        ),
    )


class Relation(Record):
    """Another practice that an editor finds akin."""

    id: PracticeId = key("id", "Praktijk", "Het kenmerk: de bestandsnaam zonder .yml.", example="boempatat-boom")
    reason: Line = key(
        "waarom",
        "Waarom",
        "Wat de twee bindt.",
        example="Ook een plek waar ouders elkaar ontmoeten terwijl kinderen spelen.",
    )


class Source(Record):
    """Where the facts of a record come from."""

    title: Line | None = key(
        "titel",
        "Titel",
        "Titel van het boek, de pagina of het verslag.",
        example="Jaarverslag 2025 van het Huis van het Kind",
        default=None,
    )
    publisher: Line | None = key(
        "uitgever", "Uitgever", "Wie de pagina of het bericht uitgaf.", example="OCMW Boom", default=None
    )
    passage: Line | None = key(
        "vindplaats",
        "Vindplaats",
        "Hoofdstuk, deel of bladzijde.",
        example="hoofdstuk 4/1, kader 'Boempatat – OCMW Boom'",
        default=None,
    )
    url: WebAddress | None = key(
        "url",
        "Webadres",
        "Het adres, als de bron op het web staat.",
        example="https://www.voorbeeld.be/jaarverslag-2025.pdf",
        default=None,
    )
    date: PastDate | None = key("datum", "Datum", "Wanneer de bron verscheen.", example="2025-05", default=None)

    rules = (
        NeedsOneOf(("title", "publisher"), "vul 'titel' of 'uitgever' in, zodat een lezer weet wat de bron is"),
        NeedsOneOf(("passage", "url"), "vul 'vindplaats' of 'url' in, zodat een lezer de bron kan vinden"),
    )


Findings = List[Finding]
