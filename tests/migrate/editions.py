"""Three small editions with every kind of change between them, as files: 2020.1, 2021.1 and 2022.1."""

import json

OLD, NEW, NEXT = "2020.1", "2021.1", "2022.1"


def both(text):
    return {"nl": text, "en": f"{text} (en)"}


def criterion(name, level=1, since=OLD, state="actief", **more):
    rules = {
        "nvt": "met-reden",
        "explain": True,
        "light": ["document"],
        "facts": [],
        "roles": ["aannemer", "beheerder"],
    }
    said = {**rules, **{key: more.pop(key) for key in [*more] if key in rules}}
    return {
        "id": name,
        "state": state,
        "since": since,
        "level": level,
        "obligation": "must",
        "binding": "opdracht",
        "title": both(f"Titel van {name}"),
        "requirement": both(f"Eis van {name}."),
        "why": both(f"Reden van {name}."),
        "test": both(f"Toets van {name}, of gelijkwaardig."),
        "evidence": {"light": said["light"], "strong": ["certificaat"], "max_age_months": 12},
        "answer": {"nvt": said["nvt"], "explain": said["explain"]},
        "applies": {
            "roles": said["roles"],
            "facts": said["facts"],
            "phases": ["ontwerp"],
            "works": ["nieuwbouw"],
            "sizes": {},
        },
        "verification": {"method": "Documentbeoordelen", "phase": "Ontwikkelfase", "moment": both("Bij de start.")},
        "effort": 1,
        "principles": [],
        "sources": ["bron"],
        **more,
    }


def lapsed(name, *successors, number=NEW, **more):
    fields = {"state": "vervallen", "retired_in": number, "reason": both("Niet meer nodig."), **more}
    return criterion(name, replaced_by=list(successors), **fields)


def named(name):
    return {"label": both(name)}


def lists(number, *, facts, kinds, reasons, roles):
    question = {"graaft": "Graaft u?", "meet": "Meet u?", "boort": "Boort u?"}
    return {
        "schema": "digisamen/edition/v1",
        "edition": number,
        "title": both("Proefset"),
        "languages": ["nl", "en"],
        "uri_base": "https://example.org/proef/",
        "licence": {"id": "CC-BY-4.0", "name": both("Naamsvermelding"), "url": "https://example.org/licentie"},
        "levels": {str(n): {"name": both(f"Trap {n}"), "meaning": both(f"Dit is {n}.")} for n in range(3)},
        "themes": {"standaarden": {"prefix": "STD", "name": both("Standaarden"), "title": both("Standaarden")}},
        "subsectors": {"woningbouw": {"letter": "W", **named("Woningbouw")}},
        "roles": {role: named(role.capitalize()) for role in roles},
        "phases": {"ontwerp": named("Ontwerp")},
        "works": {"nieuwbouw": named("Nieuwbouw")},
        "sizes": {"klein": named("Klein")},
        "facts": {f: {"question": both(question[f]), "when_false": both(f"u {f} niet")} for f in facts},
        "evidence_kinds": {
            kind: {
                **named(kind.capitalize()),
                "independent": False,
                "own_expiry": False,
                "method": "Documentbeoordelen",
            }
            for kind in kinds
        },
        "effort": {"1": named("minder dan een uur")},
        "explanation_reasons": {reason: named(reason) for reason in reasons},
        "verification": {"methods": ["Documentbeoordelen"], "phases": ["Ontwikkelfase"]},
        "principles": {"inclusiviteit": named("Inclusiviteit")},
        "glossary": {"ifc": {"term": both("IFC"), "meaning": both("Een open formaat.")}},
        "tender": {"subject": "Werkzaamheid", "combine": "uitvoerder", "flow_down": "nee", "zzp": "via-hoofdaannemer"},
    }


def other(name, **more):
    return criterion(name, requirement=both(f"Nieuwe eis van {name}."), **more)


OF_OLD = [
    criterion("STD-G-01"),
    criterion("STD-G-02"),
    criterion("STD-G-03"),
    criterion("STD-G-04"),
    criterion("STD-G-05"),
    criterion("STD-G-06", light=["document", "foto"]),
    criterion("STD-G-07", level=2),
    criterion("STD-G-08", level=2),
    criterion("STD-G-09", level=2),
    criterion("STD-G-10"),
    criterion("STD-G-11"),
    criterion("STD-G-12", facts=["graaft"]),
]
OF_NEW = [
    other("STD-G-01"),  # strenger
    other("STD-G-02"),  # soepeler
    criterion("STD-G-03", nvt="nooit", explain=False),
    lapsed("STD-G-04", "STD-G-21", "STD-G-22"),
    lapsed("STD-G-05", "STD-G-06"),  # into one that stays
    criterion("STD-G-06"),
    lapsed("STD-G-07", "STD-G-23"),
    lapsed("STD-G-08", "STD-G-23"),
    lapsed("STD-G-09", "STD-G-24"),
    lapsed("STD-G-10"),
    criterion("STD-G-11", level=2),
    criterion("STD-G-12", facts=["meet"]),
    *(criterion(f"STD-G-{n}", since=NEW) for n in (21, 22, 24, 25)),
    criterion("STD-G-23", level=2, since=NEW),
]
OF_NEXT = [
    *(c for c in OF_NEW if c["id"] not in {"STD-G-11", "STD-G-21"}),
    other("STD-G-11", level=2),  # without a class
    lapsed("STD-G-21", "STD-G-26", number=NEXT, since=NEW),
    criterion("STD-G-26", since=NEXT),
]


def note(*kinds, **more):
    return {"kinds": list(kinds), "why": both("Zo is het beter."), **more}


NOTES = {
    NEW: {
        "STD-G-01": note(text="strenger"),
        "STD-G-02": note(text="soepeler"),
        "STD-G-04": note("gesplitst", into=["STD-G-21", "STD-G-22"]),
        "STD-G-10": note("vervallen"),
        "STD-G-11": note("niveau-omhoog"),
    },
    NEXT: {},
}


def tell(folder, *numbers):
    """Writes the editions below `folder`, as JSON, which is YAML; `numbers` are those that may be chosen."""
    words = {
        OLD: (
            {"facts": ["graaft"], "kinds": ["document", "certificaat", "foto"], "reasons": ["te-duur", "te-druk"]},
            OF_OLD,
            None,
        ),
        NEW: ({"facts": ["meet"], "kinds": ["document", "certificaat"], "reasons": ["te-duur"]}, OF_NEW, OLD),
        NEXT: (
            {"facts": ["meet", "boort"], "kinds": ["document", "certificaat"], "reasons": ["te-duur"]},
            OF_NEXT,
            NEW,
        ),
    }
    chosen = numbers or (OLD, NEW)
    for number in chosen:
        named_lists, criteria, previous = words[number]
        roles = ["aannemer", "beheerder", "adviseur"] if number == OLD else ["aannemer", "beheerder"]
        _write(folder / number / "edition.yaml", lists(number, roles=roles, **named_lists))
        source = {
            "name": both("Bron"),
            "owner": "Iemand",
            "kind": "wet",
            "paywall": "nee",
            "binds": both("Iedereen"),
            "verified": "2020-01-01",
        }
        _write(folder / number / "sources.yaml", {"sources": {"bron": source}})
        _write(folder / number / "changes.yaml", {"previous": previous, "changes": NOTES.get(number, {})})
        _write(
            folder / number / "gedeeld" / "standaarden.yaml",
            {"criteria": [{**_written(c), "subsectors": ["woningbouw"]} for c in criteria]},
        )
        own = [_written(criterion("STD-W-01", light=["document"]))]
        _write(folder / number / "woningbouw" / "standaarden.yaml", {"criteria": own})
    _write(folder / "editions.yaml", {"editions": {n: {"status": "concept", "frozen": "nee"} for n in chosen}})
    return folder


def _written(said):
    return {key: value for key, value in said.items() if value is not None}


def _write(path, data):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
