"""Files that are broken thousands of times are told so quickly."""

HEAD = """schema: digisamen/assessment/v1
edition: "2020.1"
date: 2026-11-22
organisation: {name: A, size: zzp, roles: [hoofdaannemer], subsectors: [woningbouw]}
answers:
"""


def test_fifty_thousand_unknown_ids(cli, tmp_path):
    from tests.conftest import with_norm

    lines = "".join(f"  STD-G-{n}: ja\n" for n in range(1000, 51_000))
    (tmp_path / "org.yaml").write_text(HEAD + lines, encoding="utf-8")
    ran = cli(*with_norm("assess", "org.yaml"))

    assert ran.code == 3
    assert "Ten minste 1.000 problemen in org.yaml." in ran.err
    assert len(ran.err) < 60_000
