"""The pair of editions of the story, with criteria of a subsector itself, and organisations in files."""

from tests.norm.compare.story import DSG, LISTS, STD, change, criterion, tell

HEAD = "criteria:\n"
DAY = "2020-07-01"
PROOF = "{{kind: document, url: https://example.org/{name}, date: 2020-06-01}}"
OLD_MUSTS = ("STD-G-01", "STD-G-02", "STD-G-03", "STD-G-04", "DSG-G-01", "DSG-G-02", "DSG-G-03", "DSG-G-04")


def norm(folder):
    """Writes both editions below `folder`: those of the story, with one own criterion for each subsector."""
    tell(folder)
    for edition in ("2020.1", "2021.1"):
        for subsector, letter in (("woningbouw", "W"), ("infra", "I")):
            own = criterion(f"STD-{letter}-01", 1).replace("  subsectors: [woningbouw, infra]\n", "")
            place = folder / edition / subsector
            place.mkdir()
            (place / "standaarden.yaml").write_text(
                HEAD + own.replace('since: "2021.1"', 'since: "2020.1"'), encoding="utf-8"
            )
    return folder


def write(path, *, size="klein", roles="aannemer", subsectors="woningbouw", edition="2020.1", facts="", **answers):
    """Writes one file; answers by id with `_` for `-`. `ja` has evidence, and `zegt-ja` has none."""
    lines = [
        "schema: digisamen/assessment/v1",
        f'edition: "{edition}"',
        f"date: {DAY}",
        "organisation:",
        f"  name: {path.stem}",
        f"  size: {size}",
        f"  roles: [{roles}]",
        f"  subsectors: [{subsectors}]",
        *([f"  facts: {{{facts}}}"] if facts else []),
        "answers:",
    ]
    for name, said in answers.items():
        code = name.replace("_", "-")
        if said == "ja":
            lines.append(f"  {code}: {{answer: ja, evidence: [{PROOF.format(name=code)}]}}")
        elif said == "nvt":
            lines.append(f"  {code}: {{answer: nvt, reason: Dat doen wij niet.}}")
        else:
            lines.append(f"  {code}: {said.removeprefix('zegt-')}")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def said(*names, word="ja", **more):
    """Returns answers: the same word for each of `names`, and others by name."""
    return {**{n.replace("-", "_"): word for n in names}, **more}


def organisations(folder):
    """Writes a handful of organisations that differ in all that counts, and files that do not count."""
    own, both = ("STD-W-01",), ("STD-W-01", "STD-I-01")
    everything = (*OLD_MUSTS, *own)
    level1 = ("STD-G-01", "STD-G-02", "DSG-G-01", "DSG-G-02", *own)
    write(folder / "alles" / "org.yaml", **said(*everything))
    write(folder / "een" / "org.yaml", size="zzp", **said(*level1))
    write(folder / "twee-deelsectoren" / "org.yaml", subsectors="woningbouw, infra", **said(*OLD_MUSTS, *both))
    write(folder / "zegt-ja" / "org.yaml", roles="beheerder", **said(*everything, word="zegt-ja"))
    write(folder / "nee" / "org.yaml", **said(*level1, DSG_G_01="nee", DSG_G_03="ja"))
    write(folder / "bijna" / "org.yaml", roles="aannemer, beheerder", **said(*level1, STD_G_02="nvt", DSG_G_02="nvt"))
    write(folder / "leeg" / "org.yaml", subsectors="infra", roles="beheerder")
    write(folder / "vorig-jaar" / "org.yaml", edition="2019.1")
    write(folder / "fout" / "org.yaml", size="enorm", STD_G_77="ja")
    (folder / "uitvraag.yaml").write_text("schema: digisamen/tender/v1\n", encoding="utf-8")
    return folder


__all__ = ["DSG", "LISTS", "STD", "change", "norm", "organisations", "said", "write"]
