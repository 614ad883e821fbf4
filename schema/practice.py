"""The record of a practice.

The keys of a record are Dutch, because the people who write them work in Flemish local services; the code
names the same things in English. This file is where the two meet: each field carries its Dutch key, its
label and its help text, and everything that shows a label or a help text takes it from here.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, ValidationInfo, field_validator, model_validator

from schema.field_types import (
    Age,
    Amount,
    CalendarDate,
    EmailAddress,
    Line,
    List,
    PastDate,
    Percentage,
    Summary,
    TermOf,
    Text,
    Title,
    Truth,
    UniqueList,
    WebAddress,
    WholeNumber,
    Year,
    context_of,
    once,
    refuse,
)
from schema.follow_up import FollowUp
from schema.known_terms import ILLUSTRATED, LEAD, PARTNER
from schema.problems import suggestion
from schema.record import Certain, CertaintyOfFunding, ExplainedWhenConcluded, Record, key
from schema.terms import Section


class ChildAge(ExplainedWhenConcluded):
    """The age of the children, in years; a parent's age belongs to the target group."""

    start: Annotated[Age, Field(lt=18)] | None = key(
        "van", "Vanaf", "Leeftijd in jaren; 0.25 is drie maanden.", default=None
    )
    end: Age | None = key("tot", "Tot", "Leeftijd in jaren; dit jaar zelf telt niet mee.", default=None)
    pregnancy: Truth = key("zwangerschap", "Zwangerschap", "true als het al voor de geboorte begint.", default=False)

    @field_validator("end")
    @classmethod
    def _in_order(cls, end: Any, info: ValidationInfo) -> Any:  # noqa: ANN401 - a decimal or nothing
        start = info.data.get("start")
        if end == 0:
            refuse("'0' kan niet; schrijf 'zwangerschap: true' als het over de tijd voor de geboorte gaat")
        if end is not None and start is not None and start > end:
            refuse(f"'{end}' ligt voor 'van' ({start}); draai de twee om")
        return end

    @model_validator(mode="after")
    def _say_something(self) -> ChildAge:
        if self.start is None and self.end is None and not self.pregnancy:
            refuse("vul 'van', 'tot' of 'zwangerschap' in, of laat de leeftijd weg")
        return self


class TargetGroup(Record):
    """Whom a practice is for, and through whom it works."""

    description: Line = key("omschrijving", "Voor wie", "In gewone woorden: voor wie is dit?")
    final: UniqueList[Annotated[str, TermOf("doelgroepen")]] = key(
        "einddoelgroep",
        "Doelgroep",
        "Wie er beter van wordt; de eigen situatie van ouders hoort hier.",
        min_length=1,
    )
    intermediaries: UniqueList[Annotated[str, TermOf("intermediairs")]] = key(
        "intermediairs",
        "Via wie",
        "Met wie de praktijk werkt om die mensen te bereiken.",
        default=(),
    )


class Reach(ExplainedWhenConcluded):
    """Whether a practice is for everybody or for some."""

    value: Annotated[str, TermOf("bereiken")] = key("waarde", "Bereik", "Voor iedereen, voor enkelen of allebei.")


class Place(Record):
    """Where a practice runs, with the names that its source uses."""

    municipalities: UniqueList[Annotated[str, TermOf("gemeenten")]] = key(
        "gemeenten",
        "Gemeenten",
        "Kenmerken uit de lijst van gemeenten; een oude naam mag.",
        default=(),
    )
    spot: Line | None = key("plaats", "Plaats", "Wijk, district of gebouw.", default=None)
    region: Line | None = key("regio", "Regio", "Streek, als de bron er een noemt.", default=None)

    @model_validator(mode="after")
    def _say_something(self) -> Place:
        if not self.municipalities and not self.region:
            refuse("vul 'gemeenten' of 'regio' in")
        return self


class Partner(ExplainedWhenConcluded):
    """An organisation that leads a practice or takes part in it."""

    name: Line = key("naam", "Naam", "De naam zoals de bron ze schrijft, overal gelijk.")
    type: Annotated[str, TermOf("partnertypes")] = key("type", "Soort partner", "Uit de lijst van hoofdstuk 3, stap 3.")
    role: Annotated[str, TermOf("rollen")] = key("rol", "Rol", "Wat deze partner doet.", default=PARTNER)


class Lead(Partner):
    """An organisation that leads a practice."""

    role: Annotated[str, TermOf("rollen")] = key("rol", "Rol", "Wat deze partner doet.", default=LEAD)


class Illustration(Record):
    """A step, a success factor or an attention point of chapter 3 that a practice shows."""

    id: Annotated[str, TermOf(*ILLUSTRATED)] = key(
        "id", "Stap, kenmerk of aandachtspunt", "Uit hoofdstuk 3 van het handboek."
    )
    reason: Line = key("waarom", "Waarom", "Waaraan je dat ziet in deze praktijk.")


class FundingRouteUse(ExplainedWhenConcluded):
    """How a practice is paid for."""

    certainty: CertaintyOfFunding = key(
        "zekerheid", "Zekerheid", "'vermeld', 'betaler' als de bron zegt wie betaalt, of 'afgeleid'."
    )
    route: Annotated[str, TermOf("financieringsroutes")] = key("route", "Financieringsroute", "Uit de lijst.")


class MoneyFact(Record):
    """A sum or a share that the source names."""

    amount: Amount | None = key("bedrag", "Bedrag", "Enkel cijfers, zonder punt voor de duizendtallen.", default=None)
    share: Percentage | None = key(
        "aandeel", "Aandeel", "In procent, als de bron geen bedrag maar een deel noemt.", default=None
    )
    currency: Line = key("munt", "Munt", "EUR, of de eigen munt van de praktijk.", default="EUR")
    year: Year | None = key("jaar", "Jaar", "Het jaar waarvoor het bedrag geldt.", default=None)
    payer: Line | None = key("betaler", "Betaler", "Wie dit betaalt, als de bron het zegt.", default=None)
    purpose: Line = key("waarvoor", "Waarvoor", "Wat er met het bedrag betaald wordt.")
    source: Line = key("bron", "Bron", "Waar het bedrag staat.")
    url: WebAddress | None = key("url", "Webadres", "Het adres van die bron, als ze op het web staat.", default=None)

    @model_validator(mode="after")
    def _one_of_two(self) -> MoneyFact:
        if (self.amount is None) == (self.share is None):
            refuse("vul 'bedrag' of 'aandeel' in, en niet allebei")
        return self


class Funding(Record):
    """Money: routes, sums and what a family pays."""

    routes: Annotated[List[FundingRouteUse], once("route")] = key(
        "routes", "Financiering", "Hoe de praktijk betaald wordt.", default=(), told_when_absent=True
    )
    amounts: List[MoneyFact] = key("bedragen", "Bedragen", "Bedragen die de bron noemt.", default=())
    family_cost: Line | None = key(
        "kost_voor_gezin",
        "Kost voor het gezin",
        "Wat een gezin betaalt, zoals 'gratis'.",
        default=None,
        told_when_absent=True,
    )


class Part(Record):
    """A named part of a practice, such as an action of a plan."""

    name: Line = key("naam", "Naam", "De naam van het onderdeel.")
    group: Line | None = key("reeks", "Reeks", "Het kopje waaronder het staat, als er meer reeksen zijn.", default=None)
    text: Text = key("tekst", "Tekst", "Wat het inhoudt.")
    who: Line | None = key("wie", "Wie", "Wie het doet en wie de regie heeft.", default=None)


class Barrier(Record):
    """Something that keeps families away, and the answer to it."""

    barrier: Line = key("drempel", "Drempel", "Wat mensen tegenhoudt.")
    answer: Line | None = key("antwoord", "Antwoord", "Wat de praktijk eraan doet.", default=None)


class Finding(Certain):
    """A strength, a limit or a lesson."""

    text: Line = key("tekst", "Tekst", "In één of twee zinnen.")


class Result(Record):
    """What came of a practice, and which kind that is: reach, target, effect or an award."""

    kind: Annotated[str, TermOf("resultaatsoorten")] = key("soort", "Soort", "Bereik, streefdoel, effect of erkenning.")
    what: Line = key("wat", "Wat", "Waarover het gaat.")
    value: Line | None = key("waarde", "Waarde", "Het getal, met zijn eenheid.", default=None)
    year: PastDate | None = key("jaar", "Jaar", "Waarvoor het geldt, als de bron dat zegt.", default=None)
    source: Line = key("bron", "Bron", "Waar het staat.")
    url: WebAddress | None = key("url", "Webadres", "Het adres van die bron, als ze op het web staat.", default=None)


class Status(Record):
    """How a practice stood, and when that was so."""

    state: Annotated[str, TermOf("statussen")] = key("stand", "Stand", "Hoe de bron de praktijk beschrijft.")
    as_of: PastDate = key("peildatum", "Peildatum", "Wanneer dat zo was: jjjj, jjjj-mm of jjjj-mm-dd.")
    explanation: Line | None = key("toelichting", "Toelichting", "Wat de bron erover zegt.", default=None)


class Period(Record):
    """When a practice began and ended."""

    start: PastDate | None = key("begin", "Sinds", "Wanneer het begon: jjjj, jjjj-mm of jjjj-mm-dd.", default=None)
    end: PastDate | None = key("einde", "Tot", "Wanneer het stopte, als de bron dat zegt.", default=None)
    explanation: Line | None = key("toelichting", "Toelichting", "Wat de bron erover zegt.", default=None)

    @model_validator(mode="after")
    def _in_order(self) -> Period:
        if not (self.start or self.end or self.explanation):
            refuse("vul 'begin', 'einde' of 'toelichting' in, of laat 'periode' weg")
        # Only what both tell can be compared: 2014 and 2014-09 are in order either way.
        if self.start and self.end and self.start[: len(self.end)] > self.end[: len(self.start)]:
            refuse(f"'einde' ({self.end}) ligt voor 'begin' ({self.start}); draai de twee om")
        return self


class Contact(Record):
    """Where to ask more, as the source gives it; never a private person's address."""

    website: WebAddress | None = key("website", "Website", "Het adres van de praktijk zelf.", default=None)
    email: EmailAddress | None = key("email", "E-mail", "Een adres van de dienst, niet van een persoon.", default=None)
    phone: Line | None = key("telefoon", "Telefoon", "Een nummer van de dienst.", default=None)
    address: Line | None = key("adres", "Adres", "Straat, nummer en gemeente.", default=None)
    explanation: Line | None = key("toelichting", "Toelichting", "Wat een lezer daarbij moet weten.", default=None)

    @model_validator(mode="after")
    def _say_something(self) -> Contact:
        if not (self.website or self.email or self.phone or self.address):
            refuse("vul 'website', 'email', 'telefoon' of 'adres' in, of laat 'contact' weg")
        return self


class Relation(Record):
    """Another practice that an editor finds akin."""

    id: Line = key("id", "Praktijk", "Het kenmerk: de bestandsnaam zonder .yml.")
    reason: Line = key("waarom", "Waarom", "Wat de twee bindt.")


class Source(Record):
    """Where the facts of a record come from."""

    title: Line | None = key("titel", "Titel", "Titel van het boek, de pagina of het verslag.", default=None)
    publisher: Line | None = key("uitgever", "Uitgever", "Wie de pagina of het bericht uitgaf.", default=None)
    passage: Line | None = key("vindplaats", "Vindplaats", "Hoofdstuk, deel of bladzijde.", default=None)
    url: WebAddress | None = key("url", "Webadres", "Het adres, als de bron op het web staat.", default=None)
    date: PastDate | None = key("datum", "Datum", "Wanneer de bron verscheen.", default=None)

    @model_validator(mode="after")
    def _can_be_found(self) -> Source:
        if not self.title and not self.publisher:
            refuse("vul 'titel' of 'uitgever' in, zodat een lezer weet wat de bron is")
        if not self.passage and not self.url:
            refuse("vul 'vindplaats' of 'url' in, zodat een lezer de bron kan vinden")
        return self


Findings = List[Finding]


class Practice(Record):
    """One local practice: the whole record of `practices/<id>.yml`."""

    id: Line = key("id", "Kenmerk", "De bestandsnaam zonder .yml; staat niet in het bestand zelf.", exclude=True)
    title: Title = key("titel", "Titel", "Hoe de praktijk heet, zonder punt op het einde.")
    also_known_as: UniqueList[Line] = key(
        "ook_bekend_als", "Ook bekend als", "Andere namen en schrijfwijzen; ook daarop kan men zoeken.", default=()
    )
    summary: Summary = key("kort", "In het kort", "Wat, voor wie en waar, in één of twee zinnen die iedereen begrijpt.")
    origin: Annotated[str, TermOf("herkomsten")] = key(
        "herkomst", "Herkomst", "Uit een kader van het handboek, uit de tekst, of nieuwer."
    )
    chapter: Annotated[str, TermOf("hoofdstukken")] = key(
        "hoofdstuk", "Hoofdstuk", "Waar de praktijk in het handboek staat, of zou staan."
    )
    section: Annotated[str, TermOf("delen")] | None = key(
        "deel", "Deel", "Het stuk van dat hoofdstuk waarin de praktijk staat.", default=None
    )
    order: WholeNumber | None = key(
        "volgorde", "Volgorde", "De hoeveelste van het hoofdstuk; zonder getal komt ze achteraan.", default=None
    )
    dimensions: UniqueList[Annotated[str, TermOf("dimensies")]] = key(
        "dimensies", "Dimensies", "Waarop de praktijk inwerkt; de belangrijkste eerst.", min_length=1
    )
    age: ChildAge | None = key(
        "leeftijd",
        "Leeftijd van de kinderen",
        "De leeftijd van de kinderen, niet van de ouders.",
        default=None,
        told_when_absent=True,
    )
    target_group: TargetGroup = key("doelgroep", "Voor wie", "Voor wie de praktijk is en via wie ze werkt.")
    reach: Reach | None = key(
        "bereik",
        "Voor welke gezinnen",
        "Voor alle gezinnen of voor bepaalde gezinnen (bereik).",
        default=None,
        told_when_absent=True,
    )
    place: Place = key("waar", "Waar", "Gemeente, wijk of streek.")
    period: Period | None = key("periode", "Wanneer", "Wanneer de praktijk begon en stopte.", default=None)
    leads: Annotated[List[Lead], once("name")] = key(
        "trekkers", "Trekkers", "Wie de praktijk begon of leidt.", min_length=1
    )
    partners: Annotated[List[Partner], once("name")] = key(
        "partners", "Partners", "Wie meewerkt, toeleidt of doorverwijst.", default=(), told_when_absent=True
    )
    methods: UniqueList[Annotated[str, TermOf("methodes")]] = key(
        "methodes", "Methodes", "Hoe de praktijk werkt, uit de lijst.", min_length=1
    )
    illustrates: Annotated[List[Illustration], once("id")] = key(
        "illustreert",
        "Wat deze praktijk laat zien",
        "Stappen, kenmerken en aandachtspunten die je hier ziet.",
        default=(),
    )
    funding: Funding = key(
        "financiering", "Financiering", "Wie betaalt, hoeveel en wat een gezin betaalt.", default=Funding()
    )
    occasion: Text | None = key(
        "aanleiding", "Aanleiding", "Waarom men eraan begon.", default=None, told_when_absent=True
    )
    aim: Text | None = key("doel", "Doel", "Wat men wil bereiken.", default=None, told_when_absent=True)
    approach: List[Text] = key("aanpak", "Aanpak", "Hoe het werkt, stap voor stap; elk punt is een stap.", min_length=1)
    parts: List[Part] = key("onderdelen", "Onderdelen", "Delen met een eigen naam.", default=())
    referral: Text | None = key(
        "toeleiding",
        "Hoe gezinnen de weg vinden",
        "Wie of wat gezinnen naar de praktijk brengt (toeleiding).",
        default=None,
        told_when_absent=True,
    )
    barriers: List[Barrier] = key(
        "drempels", "Drempels", "Wat mensen tegenhoudt en wat daaraan gebeurt.", default=(), told_when_absent=True
    )
    participation: Text | None = key(
        "participatie",
        "Stem van mensen in armoede",
        "Hoe mensen in armoede mee beslissen of meewerken.",
        default=None,
        told_when_absent=True,
    )
    organisation: Text | None = key(
        "organisatie",
        "Organisatie",
        "Wie wat doet, hoe vaak men overlegt, wat er nodig is.",
        default=None,
        told_when_absent=True,
    )
    strengths: Findings = key("sterktes", "Sterktes", "Wat goed werkt.", default=(), told_when_absent=True)
    limits: Findings = key("beperkingen", "Beperkingen", "Wat moeilijk is.", default=(), told_when_absent=True)
    lessons: Findings = key("lessen", "Lessen", "Wat anderen eruit kunnen leren.", default=(), told_when_absent=True)
    results: List[Result] = key(
        "resultaten", "Resultaten", "Bereik, streefdoel, effect of erkenning.", default=(), told_when_absent=True
    )
    status: Status = key("status", "Stand van zaken", "Hoe de praktijk ervoor stond, en wanneer.")
    follow_up: FollowUp | None = key(
        "vervolg", "Hoe ging het verder?", "Wat later over de praktijk bekend werd.", default=None
    )
    related: List[Relation] = key("verwant", "Verwante praktijken", "Met telkens wat hen bindt.", default=())
    contact: Contact | None = key("contact", "Contact", "Waar je meer kunt vragen.", default=None)
    sources: List[Source] = key("bronnen", "Bronnen", "Waar de feiten vandaan komen.", min_length=1)
    added: CalendarDate = key("toegevoegd", "Toegevoegd op", "Wanneer de praktijk op de site kwam.")
    checked: CalendarDate = key("nagekeken", "Nagekeken op", "Wanneer iemand de fiche laatst naast de bron legde.")
    search_words: UniqueList[Line] = key(
        "zoekwoorden", "Ook gezocht als", "Woorden waarop mensen zoeken maar die nergens in de fiche staan.", default=()
    )
    questions: tuple[Line, ...] = key(
        "gespreksvragen",
        "Om te bespreken",
        "Hoogstens drie vragen voor een gesprek of vorming.",
        default=(),
        max_length=3,
    )

    @field_validator("section")
    @classmethod
    def _of_its_chapter(cls, value: Any, info: ValidationInfo) -> Any:  # noqa: ANN401 - an id or nothing
        sections = context_of(info).vocabularies.kind("delen", Section)
        chapter = info.data.get("chapter")
        if value and chapter and sections[value].number != chapter:
            allowed = [section.id for section in sections.terms if section.number == chapter]
            refuse(f"'{value}' hoort bij {sections[value].number}, niet bij {chapter}.{suggestion(value, allowed)}")
        return value

    @field_validator("added", "checked")
    @classmethod
    def _not_in_the_future(cls, value: Any, info: ValidationInfo) -> Any:  # noqa: ANN401 - a date
        today = context_of(info).today
        if value > today:
            refuse(f"'{value}' ligt in de toekomst; vandaag is het {today}")
        return value

    @field_validator("checked")
    @classmethod
    def _not_before_it_was_added(cls, value: Any, info: ValidationInfo) -> Any:  # noqa: ANN401 - a date
        added = info.data.get("added")
        if added and value < added:
            refuse(f"'{value}' ligt voor 'toegevoegd' ({added})")
        return value

    @property
    def actors(self) -> tuple[Partner, ...]:
        """Leads and partners together, leads first."""
        return (*self.leads, *self.partners)
