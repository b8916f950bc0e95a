"""The bar for long work: on a terminal, and of it nothing stays."""

import pytest

from digisamen.cli import progress as room
from digisamen.cli import terminal
from digisamen.paper.screen import Screen
from digisamen.text.texts import texts


@pytest.fixture
def written(monkeypatch):
    """Collects what is written to standard error, as if that were a terminal."""
    out = []
    monkeypatch.setattr(room, "error_is_terminal", lambda: True)
    monkeypatch.setattr(room, "error_screen", Screen)
    monkeypatch.setattr(room, "write_error", out.append)
    return out


def test_it_moves_a_percent_at_a_time_and_goes(written):
    with room.progress("impact.progress", texts("nl")) as tell:
        for done in range(1, 1001):
            tell(done, 1000)

    assert len(written) == 102
    assert written[50] == f"\r{'█' * 12}{'░' * 12} 500 van 1.000 organisaties"
    assert written[-1] == "\r\x1b[K"
    assert max(map(len, written)) < 80


def test_it_goes_when_the_work_fails(written):
    with pytest.raises(KeyError), room.progress("impact.no-such-sentence", texts("nl")) as tell:
        tell(1, 2)

    assert written[-1] == "\r\x1b[K"


def test_nothing_to_do(written):
    with room.progress("impact.progress", texts("nl")) as tell:
        tell(0, 0)

    assert "100" not in written[0]


def test_elsewhere_it_is_silent(monkeypatch):
    out = []
    monkeypatch.setattr(room, "write_error", out.append)
    with room.progress("impact.progress", texts("nl")) as tell:
        tell(1, 2)

    assert out == []
    assert not terminal.error_is_terminal()
