"""The ids of terms that the code itself depends on; every other term can come and go in its list."""

from __future__ import annotations

STATED = "vermeld"
PAYER_NAMED = "betaler"
CONCLUDED = "afgeleid"
AGE_UNKNOWN = "niet-vermeld"
PREGNANCY = "zwangerschap"
LEAD = "trekker"
PARTNER = "partner"
NEWER = "nieuwer"
KINDRED = "verwant"
BACKGROUND = "context"
OUTSIDE_THE_LIST = "buiten-de-lijst"
STEP_FOUR = "stap-4"
ELSEWHERE = "elders"

ILLUSTRATED = ("stappen", "succesfactoren", "aandachtspunten")
"""The lists of what a practice can illustrate, and a section of the handbook can be about."""

NEEDED = {
    "zekerheden": (STATED, PAYER_NAMED, CONCLUDED),
    "leeftijdsgroepen": (AGE_UNKNOWN, PREGNANCY),
    "rollen": (LEAD, PARTNER),
    "partnertypes": (OUTSIDE_THE_LIST,),
    "herkomsten": (NEWER,),
    "verbanden": (KINDRED, BACKGROUND),
    "routeherkomsten": (STEP_FOUR, ELSEWHERE, NEWER),
}
"""The same ids by the name of their vocabulary."""
