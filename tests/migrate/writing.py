"""A random `org.yaml`: random answers, and the same data written in every way in which people write YAML."""

import json
import re

from hypothesis import strategies as st

from digisamen.source.yaml_edit import as_flow
from tests.migrate.editions import OF_OLD, OLD

IDS = [c["id"] for c in OF_OLD]
TEXTS = ["gewoon", "met: dubbele punt", "# hek", "twee\nregels", "it's 'zo'", "é ✓ 😀", "een\n\n  ingesprongen\n", "- streep",
         "[haak], {en}", "null", "voor\u2028na", "voor\x85na", "x " * 60 + "y", 'zei "ja"', "einde\n", "#: ?", "a\\b", "wit\n\n", "wit\n\n\n"]  # fmt: skip


@st.composite
def pieces(draw):
    made = {"kind": draw(st.sampled_from(["document", "certificaat", "foto"]))}
    if draw(st.booleans()):
        made["title"] = draw(st.sampled_from(TEXTS))
    return {**made, "url": f"https://example.org/{draw(st.integers(0, 5))}", "date": "2021-01-01"}


@st.composite
def answers(draw):
    word = draw(st.sampled_from([None, "ja", "deels", "nee", "nvt"]))
    if word != "nvt" and draw(st.booleans()):
        return word
    made = {} if word is None and draw(st.booleans()) else {"answer": word}
    if word == "nvt" or draw(st.integers(0, 3)) == 0:
        made["reason"] = draw(st.sampled_from(TEXTS))
    if draw(st.booleans()):
        made["explanation"] = {
            "reason": draw(st.sampled_from(["te-duur", "te-druk"])),
            "text": draw(st.sampled_from(TEXTS)),
        }
    if draw(st.booleans()):
        made["evidence"] = draw(st.lists(pieces(), max_size=3)) or None
    return dict(draw(st.permutations([*made.items()]))) or None


@st.composite
def assessments(draw):
    """Returns the data of an assessment under the old edition."""
    who = {
        "name": draw(st.sampled_from([x for x in TEXTS if x.strip()])),
        "size": "klein",
        "roles": ["aannemer"],
        "subsectors": ["woningbouw"],
    }
    facts = draw(st.sampled_from(["absent", None, {}, {"graaft": "ja"}, {"graaft": "nee"}, {"graaft": None}]))
    if facts != "absent":
        who["facts"] = facts
    names = draw(st.lists(st.sampled_from(IDS), unique=True))
    data = {"schema": "digisamen/assessment/v1", "edition": OLD, "date": "2021-05-01", "organisation": who}
    said = {name: draw(answers()) for name in names}
    data["answers"] = said or draw(st.sampled_from([None, {}]))
    archive = draw(st.sampled_from(["absent", "absent", None, {}, "earlier", "same"]))
    old = {"answers": {"STD-G-99": "ja"}}
    if archive != "absent":
        data["archive"] = {"earlier": {"2019.1": old}, "same": {OLD: old}}.get(str(archive), archive)
    if draw(st.booleans()):
        data["target"] = draw(st.sampled_from(["2", {"standaarden": "1"}]))
    if not said and draw(st.booleans()):
        del data["answers"]
    return dict(draw(st.permutations([*data.items()])))


class Writer:
    """Writes data in ways that `draw` chooses. Comments are numbered, so that each can be found back."""

    def __init__(self, draw):
        self.draw = draw
        self.comments = 0
        self.step = draw(st.sampled_from([2, 2, 3, 4]))
        self.list_step = draw(st.sampled_from([0, 2]))
        self.chatty = draw(st.booleans())

    def yes(self, of=2):
        return self.draw(st.integers(1, of)) == 1

    def comment(self):
        self.comments += 1
        return f"# c{self.comments}. zo'n [opmerking]: \"x"

    def above(self, column):
        if not self.chatty or not self.yes(3):
            return []
        said = [" " * column + self.comment()]
        return (["", *said] if self.yes() else said) + ([""] if self.yes(4) else [])

    def behind(self):
        if not self.chatty or not self.yes(5):
            return ""
        return self.draw(st.sampled_from(["  ", " ", "\t", " \t", "\t "])) + self.comment()

    def key(self, name):
        if re.fullmatch("[0-9.]+", name):
            return f'"{name}"'
        return self.draw(st.sampled_from([name, name, name, f'"{name}"', f"'{name}'"]))

    def scalar(self, text, *, flow):
        if text is None:
            return self.draw(st.sampled_from(["null", "~", *([] if flow else [""])]))
        safe = re.fullmatch(r"[A-Za-zé0-9][A-Za-z0-9é:/.()✓😀 -]*[A-Za-z0-9😀]|[A-Za-z0-9]", text)
        ways = [as_flow(text)]
        if safe and ": " not in text and text != "null":
            ways += [text, text, text]
        if re.fullmatch(r"[^\n\u2028\x85]*", text):
            ways.append("'" + text.replace("'", "''") + "'")
        return self.draw(st.sampled_from(ways))

    def block_text(self, text, column):
        """Returns the lines of a text as a literal or folded block, or none where that cannot be."""
        if not isinstance(text, str) or re.search("[\u2028\x85]", text) or not text.strip("\n") or text[0] in " \n":
            return None
        body = text.removesuffix("\n")
        if not self.yes():
            return None
        if text.endswith("\n\n"):  # every line break at the end is text
            lines = (" " * (column + self.step) + line if line else "" for line in text.removesuffix("\n").split("\n"))
            return ["|+", *lines]
        keep = "" if text.endswith("\n") else "-"
        style = self.draw(st.sampled_from(["|", ">"])) if "\n" not in body else "|"
        return [style + keep, *(" " * (column + self.step) + line if line else "" for line in body.split("\n"))]

    def mapping(self, data, column):
        lines = []
        for name, value in data.items():
            lines += self.above(column)
            made = self.entry(name, value, column)
            lines += made
            in_text = isinstance(value, str) and len(made) > 1  # there it would be text, and no comment
            if self.chatty and not in_text and self.yes(6):
                lines.append(" " * (column + self.step) + self.comment())
        return lines

    def entry(self, name, value, column):
        start = f"{' ' * column}{self.key(name)}:"
        if name == "archive":  # in the form in which it is written
            return (
                [start + self.behind(), *self.mapping(value, column + self.step)]
                if value
                else [f"{start} {'{}' if value == {} else ''}".rstrip()]
            )
        if isinstance(value, dict) and value and not self.yes(4):
            return [start + self.behind(), *self.mapping(value, column + self.step)]
        if isinstance(value, list) and value and not self.yes(4):
            return [start + self.behind(), *self.items(value, column + self.list_step)]
        if isinstance(value, dict | list):
            return [x + (self.behind() if last else "") for last, x in self.ends(self.flow(value, column, f"{start} "))]
        block = self.block_text(value, column)
        if block and name != "edition":
            return [f"{start} {block[0]}{self.behind()}", *block[1:]]
        return [f"{start} {self.scalar(value, flow=False)}".rstrip() + self.behind()]

    @staticmethod
    def ends(lines):
        return [(place == len(lines) - 1, line) for place, line in enumerate(lines)]

    def items(self, values, column):
        lines = []
        for value in values:
            lines += self.above(column)
            start = f"{' ' * column}- "
            if isinstance(value, dict) and not self.yes(3):
                first, *rest = self.mapping(value, column + 2)
                while not first.strip() or first.strip().startswith("#"):
                    lines.append(first)
                    first, *rest = rest
                lines += [start + first.lstrip(), *rest]
            elif isinstance(value, dict):
                lines += self.flow(value, column, start)
            else:
                lines.append(start + self.scalar(value, flow=False))
        return lines

    def flow(self, data, column, start):
        """Returns a mapping or list within brackets, behind `start`, on one line or on more."""
        opening, closing = "{}" if isinstance(data, dict) else "[]"
        pairs = [*data.items()] if isinstance(data, dict) else [(None, x) for x in data]
        if not pairs:
            return [f"{start}{opening}{closing}"]
        more = self.yes(3)
        inner = column + self.step
        lines = [start + opening]
        for place, (name, value) in enumerate(pairs):
            comma = "," if place < len(pairs) - 1 or self.yes(4) else ""
            head = "" if name is None else f"{self.key(name)}: "
            if more:
                lines += [x for x in self.above(inner) if x]
                lines.append(" " * inner)
            if isinstance(value, dict | list):
                made = self.flow(value, inner, head)
                lines = [*lines[:-1], lines[-1] + made[0], *made[1:]]
            else:
                lines[-1] += head + self.scalar(value, flow=True)
            lines[-1] += comma + ((self.behind() if more else "") or ("" if more else " "))
        if more and self.yes():
            lines.append(" " * column + closing)
        elif "#" in lines[-1]:
            lines.append(" " * inner + closing)
        else:
            lines[-1] = lines[-1].rstrip() + closing
        return lines


@st.composite
def files(draw):
    """Returns the bytes of a random file, with the number of comments in it."""
    data = draw(assessments())
    writer = Writer(draw)
    kind = draw(st.sampled_from(["block", "block", "block", "block", "flow", "json", "pretty"]))
    if kind == "json":
        text = as_flow(data)
    elif kind == "pretty":
        text = (
            json.dumps(data, ensure_ascii=False, indent=2).replace("\x85", "\\u0085").replace("\u2028", "\\u2028")
            + "\n"
        )
    elif kind == "flow":
        text = "\n".join(writer.flow(data, 0, ""))
    else:
        lines = writer.mapping(data, 0)
        if writer.yes(4):
            lines = ["# kop", "---", *lines]
        if writer.yes(6):
            lines.append("...")
        text = "\n".join(lines) + draw(st.sampled_from(["\n", "\n", "", "\n\n", "\n# einde", "\n# einde\n"]))
    raw = text.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n"]))).encode()
    return (b"\xef\xbb\xbf" if writer.yes(5) else b"") + raw, writer.comments, data
