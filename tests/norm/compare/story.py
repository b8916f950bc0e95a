"""A pair of editions with a bit of everything, as files: 2020.1 and the 2021.1 that followed it."""

import shutil

from tests.norm.check.test_rules import BASE

STD, DSG, LISTS, SOURCES = "gedeeld/standaarden.yaml", "gedeeld/dsgo.yaml", "edition.yaml", "sources.yaml"

LAPSED = """
  retired_in: "2021.1"
  reason: {nl: Dit doet iedereen al., en: Everybody does this already.}"""

SOURCE = """  nieuw:
    name: {nl: Nieuwe bron, en: New source}
    owner: Iemand
    kind: wet
    paywall: nee
    binds: {nl: Iedereen, en: Everybody}
    verified: 2020-12-01
"""

EDITS = [
    (LISTS, 'edition: "2020.1"', 'edition: "2021.1"'),
    (LISTS, "  beheerder: {label", "  adviseur: {label: {nl: Adviseur, en: Adviser}}\n  beheerder: {label"),
    (LISTS, '{nl: "Graaft u?"', '{nl: "Graaft u in de openbare weg?"'),
    (SOURCES, "  ongezien:", f"{SOURCE}  ongezien:"),
    # STD-G-01: for others, with other proof, and in other words
    (STD, "  applies: {roles: [aannemer, beheerder], facts: []", "  applies: {roles: [aannemer, adviseur], facts: []"),
    (STD, "strong: [certificaat], max_age_months: 12}", "strong: [], max_age_months: 6}"),
    (STD, "works: [nieuwbouw], sizes: {}}", "works: [nieuwbouw], sizes: {zzp: vrijgesteld}}"),
    (STD, 'requirement: {nl: "Eis van STD-G-01.", en: "Duty of STD-G-01."}',
     'requirement: {nl: "Nieuwe eis van STD-G-01.", en: "New duty of STD-G-01."}'),
    (STD, 'why: {nl: "Reden van STD-G-01."', 'why: {nl: "Andere reden van STD-G-01."'),
    # STD-G-02 is split in two
    (STD, '- id: STD-G-02\n  state: actief\n  since: "2020.1"',
     f'- id: STD-G-02\n  state: vervallen\n  replaced_by: [STD-G-21, STD-G-22]\n  since: "2020.1"{LAPSED}'),
    # STD-G-03 and STD-G-04 become one
    *((STD, f'- id: {name}\n  state: actief\n  since: "2020.1"',
       f'- id: {name}\n  state: vervallen\n  replaced_by: [STD-G-23]\n  since: "2020.1"{LAPSED}')
      for name in ("STD-G-03", "STD-G-04")),
    (STD, "  obligation: should", "  obligation: must"),
    # DSG-G-01 and DSG-G-02 move, DSG-G-03 gets other rules, DSG-G-04 is only told better
    (DSG, 'id: DSG-G-01\n  state: actief\n  since: "2020.1"\n  level: 1', 'id: DSG-G-01\n  state: actief\n  since: "2020.1"\n  level: 2'),
    (DSG, 'id: DSG-G-03\n  state: actief\n  since: "2020.1"\n  level: 2', 'id: DSG-G-03\n  state: actief\n  since: "2020.1"\n  level: 1'),
    (DSG, 'en: "Test of DSG-G-03, or equivalent."}\n  evidence: {light: [document], strong: [certificaat], max_age_months: 12}\n  answer: {nvt: met-reden, explain: true}',
     'en: "Test of DSG-G-03, or equivalent."}\n  evidence: {light: [document], strong: [certificaat], max_age_months: 12}\n  answer: {nvt: nooit, explain: true}'),
    (DSG, 'en: "Title of DSG-G-04"', 'en: "Better title of DSG-G-04"'),
    (DSG, 'Test of DSG-G-02, or equivalent."}\n  evidence: {light: [document], strong: [certificaat], max_age_months: 12}\n  answer: {nvt: met-reden',
     'Test of DSG-G-02, or equivalent."}\n  evidence: {light: [document], strong: [certificaat], max_age_months: 36}\n  answer: {nvt: met-reden'),
]  # fmt: skip

CHANGES = """previous: "2020.1"
changes:
  STD-G-01:
    kinds: [doelgroep, bewijs]
    text: redactie
    why: {nl: Adviseurs doen dit ook., en: Advisers do this as well.}
  STD-G-02:
    kinds: [gesplitst]
    into: [STD-G-21, STD-G-22]
    why: {nl: Het waren twee plichten., en: It held two duties.}
  STD-G-03:
    kinds: [vervallen]
    why: {nl: Dit staat nu in STD-G-23., en: This is in STD-G-23 now.}
  STD-G-04:
    kinds: [vervallen]
    why: {nl: Dit staat nu in STD-G-23., en: This is in STD-G-23 now.}
  STD-G-05:
    kinds: [verplichting]
    why: {nl: De bron is er., en: The source is there.}
  STD-G-21:
    kinds: [nieuw]
    why: {nl: De helft van STD-G-02., en: Half of STD-G-02.}
  STD-G-22:
    kinds: [nieuw]
    why: {nl: De helft van STD-G-02., en: Half of STD-G-02.}
  STD-G-23:
    kinds: [samengevoegd]
    from: [STD-G-03, STD-G-04]
    why: {nl: Het was hetzelfde werk., en: It was the same work.}
  STD-G-24:
    kinds: [aangekondigd]
    why: {nl: Die wet komt eraan., en: That law is on its way.}
  DSG-G-01:
    kinds: [niveau-omhoog]
    why: {nl: Dit kwam te vroeg., en: This came too early.}
  DSG-G-02:
    kinds: [bewijs]
    why: {nl: Dat bewijs blijft langer goed., en: That evidence lasts longer.}
  DSG-G-03:
    kinds: [niveau-omlaag, strenger]
    why: {nl: Dit hoort bij de basis., en: This belongs to the basics.}
  DSG-G-04:
    kinds: [vertaling]
    why: {nl: De vertaling was niet goed., en: The translation was not right.}
"""


def criterion(name, level, state="actief"):
    blocks = (BASE / "2020.1" / STD).read_text(encoding="utf-8").split("\n- ")
    text = next(block for block in blocks if block.startswith("id: STD-G-01")).replace("STD-G-01", name)
    text = text.replace('since: "2019.1"\n  level: 1', f'since: "2021.1"\n  level: {level}')
    return f"\n- {text.rstrip()}\n".replace("state: actief", f"state: {state}")


def tell(folder):
    """Writes the pair below `folder`, which does not exist yet."""
    shutil.copytree(BASE / "2020.1", folder / "2020.1")
    shutil.copytree(BASE / "2020.1", folder / "2021.1")
    (folder / "2020.1" / "changes.yaml").write_text("previous: null\nchanges: {}\n", encoding="utf-8")  # the first here
    for file, old, new in EDITS:
        change(folder / "2021.1" / file, old, new)
    std = folder / "2021.1" / STD
    added = [("STD-G-21", 1), ("STD-G-22", 1), ("STD-G-23", 2), ("STD-G-24", 2, "aankomend")]
    std.write_text(std.read_text(encoding="utf-8") + "".join(criterion(*x) for x in added), encoding="utf-8")
    (folder / "2021.1" / "changes.yaml").write_text(CHANGES, encoding="utf-8")
    register = 'editions:\n  "2020.1": {status: concept, frozen: nee}\n  "2021.1": {status: concept, frozen: nee}\n'
    (folder / "editions.yaml").write_text(register, encoding="utf-8")
    return folder


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text, old
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
