"""The record of a practice.

The keys of a record are Dutch, because the people who write them work in Flemish local services; the code
names the same things in English. This file is where the two meet: each field carries its Dutch key, its
label and its help text, and everything that shows a label or a help text takes it from here.
"""

from __future__ import annotations

from typing import Annotated

from schema.field_types import CalendarDate, Line, List, Once, Summary, TermOf, Text, Title, UniqueList, WholeNumber
from schema.follow_up import FollowUp
from schema.practice_parts import (
    Barrier,
    ChildAge,
    Contact,
    Finding,
    Findings,
    Funding,
    Illustration,
    Lead,
    MoneyFact,
    Part,
    Partner,
    Period,
    Place,
    Reach,
    Relation,
    Result,
    Source,
    Status,
    TargetGroup,
)
from schema.record import Record, key
from schema.rules import BelongsTo, NotBefore, NotInTheFuture

__all__ = [
    "Barrier",
    "ChildAge",
    "Contact",
    "Finding",
    "Funding",
    "Illustration",
    "Lead",
    "MoneyFact",
    "Part",
    "Partner",
    "Period",
    "Place",
    "Practice",
    "Reach",
    "Relation",
    "Result",
    "Source",
    "Status",
    "TargetGroup",
]
"""The record and the groups within it."""

SectionOfTheChapter = Annotated[
    str,
    TermOf("delen"),
    BelongsTo("chapter", "delen", "number", "{found} hoort bij {belongs}, niet bij {other}."),
]
DateAdded = Annotated[CalendarDate, NotInTheFuture()]
DateChecked = Annotated[DateAdded, NotBefore("added", "{found} ligt voor 'toegevoegd' ({other})")]


class Practice(Record):
    """One local practice: the whole record of `practices/<id>.yml`."""

    id: Line = key("id", "Kenmerk", "De bestandsnaam zonder .yml; staat niet in het bestand zelf.", exclude=True)
    title: Title = key(
        "titel",
        "Titel",
        "Hoe de praktijk heet, zonder punt op het einde.",
        example="Boempatat: een ruilwinkel voor jonge gezinnen",
    )
    also_known_as: UniqueList[Line] = key(
        "ook_bekend_als",
        "Ook bekend als",
        "Andere namen en schrijfwijzen; ook daarop kan men zoeken.",
        example="Boempetat!",
        default=(),
    )
    summary: Summary = key(
        "kort",
        "In het kort",
        "Wat, voor wie en waar, in één of twee zinnen die iedereen begrijpt.",
        example="In deze winkel in Boom ruilen ouders kleren en speelgoed voor kinderen tot 3 jaar.",
    )
    origin: Annotated[str, TermOf("herkomsten")] = key(
        "herkomst", "Herkomst", "Uit een kader van het handboek, uit de tekst, of nieuwer.", example="nieuwer"
    )
    chapter: Annotated[str, TermOf("hoofdstukken")] = key(
        "hoofdstuk", "Hoofdstuk", "Waar de praktijk in het handboek staat, of zou staan.", example="4/1"
    )
    section: SectionOfTheChapter | None = key(
        "deel",
        "Deel",
        "Het stuk van dat hoofdstuk waarin de praktijk staat.",
        example="4-1-out-of-the-box",
        default=None,
    )
    order: WholeNumber | None = key(
        "volgorde",
        "Volgorde",
        "De hoeveelste van het hoofdstuk; zonder getal komt ze achteraan.",
        example="10",
        default=None,
    )
    dimensions: UniqueList[Annotated[str, TermOf("dimensies")]] = key(
        "dimensies",
        "Dimensies",
        "Waarop de praktijk inwerkt; de belangrijkste eerst.",
        example="materieel-welzijn",
        min_length=1,
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
    leads: Annotated[List[Lead], Once("name")] = key(
        "trekkers", "Trekkers", "Wie de praktijk begon of leidt.", min_length=1
    )
    partners: Annotated[List[Partner], Once("name")] = key(
        "partners", "Partners", "Wie meewerkt, toeleidt of doorverwijst.", default=(), told_when_absent=True
    )
    methods: UniqueList[Annotated[str, TermOf("methodes")]] = key(
        "methodes", "Methodes", "Hoe de praktijk werkt, uit de lijst.", example="ruilwinkel", min_length=1
    )
    illustrates: Annotated[List[Illustration], Once("id")] = key(
        "illustreert",
        "Wat deze praktijk laat zien",
        "Stappen, kenmerken en aandachtspunten die je hier ziet.",
        default=(),
    )
    funding: Funding = key(
        "financiering", "Financiering", "Wie betaalt, hoeveel en wat een gezin betaalt.", default=Funding()
    )
    occasion: Text | None = key(
        "aanleiding",
        "Aanleiding",
        "Waarom men eraan begon.",
        example="Babyspullen zijn duur, en jonge ouders in Boom deden spullen weg die nog goed waren.",
        default=None,
        told_when_absent=True,
    )
    aim: Text | None = key(
        "doel",
        "Doel",
        "Wat men wil bereiken.",
        example="Gezinnen geven minder uit aan spullen en leren andere ouders kennen.",
        default=None,
        told_when_absent=True,
    )
    approach: List[Text] = key(
        "aanpak",
        "Aanpak",
        "Hoe het werkt, stap voor stap; elk punt is een stap.",
        example="Ouders brengen kleren en speelgoed binnen. Daarvoor krijgen ze ruilmunten.",
        min_length=1,
    )
    parts: List[Part] = key("onderdelen", "Onderdelen", "Delen met een eigen naam.", default=())
    referral: Text | None = key(
        "toeleiding",
        "Hoe gezinnen de weg vinden",
        "Wie of wat gezinnen naar de praktijk brengt (toeleiding).",
        example="Verpleegkundigen van Kind en Gezin vertellen ouders over de winkel en gaan de eerste keer mee.",
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
        example="Ouders helpen in de winkel en beslissen mee over de prijzen in ruilmunten.",
        default=None,
        told_when_absent=True,
    )
    organisation: Text | None = key(
        "organisatie",
        "Organisatie",
        "Wie wat doet, hoe vaak men overlegt, wat er nodig is.",
        example="Het OCMW houdt de winkel open met zes vrijwilligers. De partners overleggen elke drie maanden.",
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
    added: DateAdded = key("toegevoegd", "Toegevoegd op", "Wanneer de praktijk op de site kwam.", example="2026-11-23")
    checked: DateChecked = key(
        "nagekeken", "Nagekeken op", "Wanneer iemand de fiche laatst naast de bron legde.", example="2026-11-23"
    )
    search_words: UniqueList[Line] = key(
        "zoekwoorden",
        "Ook gezocht als",
        "Woorden waarop mensen zoeken maar die nergens in de fiche staan.",
        example="weggeefwinkel",
        default=(),
    )
    questions: tuple[Line, ...] = key(
        "gespreksvragen",
        "Om te bespreken",
        "Hoogstens drie vragen voor een gesprek of vorming.",
        example="Welke plek bij jou in de buurt is zo gewoon dat elke ouder er binnenstapt?",
        default=(),
        max_length=3,
    )
    internal_note: Text | None = key(
        "interne_opmerking",
        "Interne opmerking",
        "Wat de redactie moet weten; dit komt niet op de site.",
        example="Nog na te vragen bij het OCMW: loopt de winkel nog?",
        default=None,
        published=False,
    )

    @property
    def actors(self) -> tuple[Partner, ...]:
        """Leads and partners together, leads first."""
        return (*self.leads, *self.partners)
