"""A record in which every text tries to be more than text."""

from __future__ import annotations

import yaml

PAYLOAD = (
    "<script>window.pwned=1</script><img src=x onerror=window.pwned=1>"
    " **vet** _schuin_ [link](javascript:window.pwned=1) `code` {{ 7*7 }} {% raw %} &lt;b&gt; \"'"
)
SHORT = "<script>window.pwned=1</script> **x** {{ 7*7 }} \"'"
UNPUBLISHED = "Mevrouw Zevenslaper belde hierover met Kwispelbeke"
"""Words that stand nowhere else, in a field that is never published."""


class _PlainDumper(yaml.SafeDumper):
    """Writes equal parts out in full: a record holds no anchors."""

    def ignore_aliases(self, data):
        return True


def hostile_record() -> str:
    """Give the YAML of a valid record whose every free text is hostile."""
    certain = {"zekerheid": "afgeleid", "toelichting": PAYLOAD}
    findings = [{"tekst": PAYLOAD, **certain}]
    record = {
        "titel": SHORT,
        "ook_bekend_als": [PAYLOAD],
        "kort": PAYLOAD,
        "herkomst": "nieuwer",
        "hoofdstuk": "4/1",
        "dimensies": ["materieel-welzijn"],
        "leeftijd": {"van": "0", "tot": "3", **certain},
        "doelgroep": {"omschrijving": PAYLOAD, "einddoelgroep": ["ouders"]},
        "bereik": {"waarde": "gemengd", **certain},
        "waar": {"gemeenten": ["boom"], "plaats": PAYLOAD, "regio": PAYLOAD},
        "trekkers": [{"naam": PAYLOAD, "type": "overheid", **certain}],
        "partners": [{"naam": SHORT, "type": "werk", **certain}],
        "methodes": ["ruilwinkel"],
        "illustreert": [{"id": "lage-drempels", "waarom": PAYLOAD}],
        "financiering": {
            "routes": [{"route": "lokale-financiering", **certain}],
            "bedragen": [{"bedrag": "1", "munt": PAYLOAD, "betaler": PAYLOAD, "waarvoor": PAYLOAD, "bron": PAYLOAD}],
            "kost_voor_gezin": PAYLOAD,
        },
        "aanleiding": f"{PAYLOAD}\n\n# geen kop\n\n    geen code\n\n</div></dd><h2>uit</h2>",
        "doel": PAYLOAD,
        "aanpak": [PAYLOAD, "</li></ol>"],
        "onderdelen": [{"naam": PAYLOAD, "reeks": PAYLOAD, "tekst": PAYLOAD, "wie": PAYLOAD}],
        "toeleiding": PAYLOAD,
        "drempels": [{"drempel": PAYLOAD, "antwoord": PAYLOAD}],
        "participatie": PAYLOAD,
        "organisatie": PAYLOAD,
        "sterktes": findings,
        "beperkingen": findings,
        "lessen": findings,
        "resultaten": [{"soort": "bereik", "wat": PAYLOAD, "waarde": PAYLOAD, "bron": PAYLOAD}],
        "status": {"stand": "lopend", "peildatum": "2012", "toelichting": PAYLOAD},
        "periode": {"begin": "2012", "toelichting": PAYLOAD},
        "contact": {"telefoon": PAYLOAD, "adres": PAYLOAD, "toelichting": PAYLOAD},
        "vervolg": {
            "toelichting": PAYLOAD,
            "tegenspraak": PAYLOAD,
            "berichten": [
                {
                    "datum_toelichting": PAYLOAD,
                    "over": PAYLOAD,
                    "verband": "verwant",
                    "waarom": PAYLOAD,
                    "tekst": PAYLOAD,
                    "voorbehoud": PAYLOAD,
                    "bron": PAYLOAD,
                    "url": "https://www.voorbeeld.be/?a=1&b=(2)",
                }
            ],
        },
        "verwant": [{"id": "boempatat-boom", "waarom": PAYLOAD}],
        "bronnen": [
            {"titel": PAYLOAD, "uitgever": PAYLOAD, "vindplaats": PAYLOAD, "url": "https://www.voorbeeld.be/a_b_c"}
        ],
        "toegevoegd": "2026-11-01",
        "nagekeken": "2026-11-01",
        "zoekwoorden": [PAYLOAD],
        "gespreksvragen": [PAYLOAD],
        "interne_opmerking": UNPUBLISHED,
    }
    return yaml.dump(record, Dumper=_PlainDumper, allow_unicode=True, sort_keys=False)
