"""Comments are found as YAML finds them: not in values, and also behind a tab and behind the sign of a block text."""

import pytest
from hypothesis import given

from digisamen.source.yaml_comments import comments, lost_comment
from digisamen.source.yaml_text import parse
from tests.migrate.writing import files


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1 # een\n", ["# een"]),
        ("a: 1\t# tab\n", ["# tab"]),
        ("{a: 1,\t# tab\n b: 2}\n", ["# tab"]),
        ("# eerste\na: b#geen\n#laatste", ["# eerste", "#laatste"]),
        ("a: 'b # geen' # wel\n", ["# wel"]),
        ('a: "b # geen\n  # ook geen" # wel\n', ["# wel"]),
        ("a: | # kop\n  # tekst\n  meer\n# na\n", ["# kop", "# na"]),
        ("a: >2-\t# kop\n  tekst\n\n\n# na\n", ["# kop", "# na"]),
        ("a: |+\n  # tekst\n\n\nb: 1", []),
        ("# zelfde\na: 1\n# zelfde  \n", ["# zelfde", "# zelfde"]),
        ("a: 1\r\n# met regeleinde\r\n", ["# met regeleinde"]),
        ("- [a, # een\n   b] # twee\n", ["# een", "# twee"]),
        ("? a # sleutel\n: b # waarde\n", ["# sleutel", "# waarde"]),
    ],
)
def test_what_is_a_comment(text, expected):
    assert [comment.text for comment in comments(text)] == expected
    assert all(text[c.start : c.start + len(c.text)] == c.text for c in comments(text))


def test_the_place_of_a_comment_that_is_lost():
    document = parse(b"# een\na: 1 # twee\nb: 2 # twee\n", "org.yaml").value

    assert lost_comment(document, "b: 2 # twee\n# een\na: 1 # twee\n# onze\n") is None
    place = lost_comment(document, "# een\na: 1 # twee\n")
    assert (place.line, place.column, place.excerpt) == (3, 6, "b: 2 # twee")


@given(files())
def test_every_comment_of_a_random_file_is_found(file):
    raw, count, _ = file
    found = [c.text for c in comments(raw.decode("utf-8-sig")) if c.text.startswith("# c")]

    assert sorted(int(said[3:].partition(".")[0]) for said in found) == list(range(1, count + 1))
