"""A file of the user, written in place: no save is lost, and after trouble at any step all is whole."""

import errno
import os
import stat
from itertools import combinations

import pytest

from digisamen.cli import exchange, inplace
from digisamen.cli.write import replace_file, write_files
from digisamen.model.problem import DigisamenError
from tests.cli.steps import before_step, by_moving, by_moving_away, in_place

OLD, NEW, SAVED = b"oud\n" * 9, b"nieuw\n" * 9, b"bewaard\n" * 9
MOST = 40
"""More steps than writing has."""


@pytest.fixture
def org(tmp_path):
    path = tmp_path / "org.yaml"
    path.write_bytes(OLD)
    return path


@pytest.fixture(params=["at once", "in steps"])
def system(request, monkeypatch):
    if request.param == "in steps":
        monkeypatch.setattr(exchange, "at_once", lambda: None)
    return request.param


def write(org):
    """Returns the code of the problem that writing gave, or nothing."""
    try:
        replace_file(str(org), OLD, NEW, "2020.1")
    except DigisamenError as error:
        return error.problem.code
    return ""


def there(org):
    return {name: (org.parent / name).read_bytes() for name in sorted(os.listdir(org.parent))}


def refuse(*_):
    """A disk that knows no second names."""
    raise OSError(errno.EPERM, os.strerror(errno.EPERM))


DONE = {"org.yaml": NEW, "org.yaml.2020.1.bak": OLD}


def each_step(org, act):
    """Writes again and again, with `act` before the next step each time, and gives the codes."""
    for number in range(1, MOST):
        for left in org.parent.iterdir():
            left.unlink()
        org.write_bytes(OLD)
        with pytest.MonkeyPatch.context() as patch:
            seen = before_step(patch, {number: act})
            code = write(org)
        if len(seen) < number:
            assert number > 8, "the steps are watched"
            return
        yield f"{number} {seen[number - 1]}", code


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EPERM, errno.EROFS, errno.EIO])
def test_trouble_at_any_step(number, org, system):
    """A full disk, a folder without rights: all is done with its copy, or nothing is."""

    def fail():
        raise OSError(number, os.strerror(number))

    codes = set()
    for step, code in each_step(org, fail):
        if "still" in step:
            continue  # a look: trouble with it is an answer
        codes.add(code)
        kept = {k: v for k, v in there(org).items() if not k.startswith(".org.yaml.digisamen-")}
        if code:
            assert code == "F020", step
        assert kept == ({"org.yaml": OLD} if code else DONE), step
        assert kept == there(org) or "unlink" in step, step
    assert codes == {"", "F020"}


@pytest.mark.parametrize("save", [in_place, by_moving, by_moving_away])
def test_a_save_at_any_step(save, org, system):
    """What an editor saves stays in the file, whenever it comes; or else nothing is written."""
    if system == "in steps" and save is not in_place:
        pytest.skip("only Linux can do this at once; see docs/decisions/018-safe-writing.md")
    codes = []
    for step, code in each_step(org, lambda: save(org, SAVED)):
        codes.append(code)
        assert org.read_bytes() == SAVED, step
        if code:
            assert (code, there(org)) == ("F024", {"org.yaml": SAVED}), step
        else:
            assert there(org) == {"org.yaml": SAVED, "org.yaml.2020.1.bak": OLD}, step
    assert codes == sorted(codes, reverse=True), "first refused; kept when all is done"
    assert set(codes) == {"F024", ""}


@pytest.mark.parametrize("second", [in_place, by_moving, by_moving_away])
@pytest.mark.parametrize("first", [in_place, by_moving])
def test_two_saves_at_any_two_steps(first, second, org):
    """The last one stays."""
    last = SAVED + b"en nog eens\n"
    for one, other in combinations(range(1, MOST), 2):
        for left in org.parent.iterdir():
            left.unlink()
        org.write_bytes(OLD)
        acts = {one: lambda: first(org, SAVED), other: lambda: second(org, last)}
        with pytest.MonkeyPatch.context() as patch:
            seen = before_step(patch, acts)
            code = write(org)
        if len(seen) >= one:
            stays = last if len(seen) >= other else SAVED
            copy = {("org.yaml.2020.1.bak", OLD)}
            assert there(org).items() - copy == {("org.yaml", stays)}, seen
            assert code == "F024" or "org.yaml.2020.1.bak" in there(org)


@pytest.mark.parametrize("second", [in_place, by_moving, by_moving_away])
def test_a_save_at_any_step_of_putting_back(second, org, monkeypatch):
    last = SAVED + b"en nog eens\n"
    real = exchange.exchange
    for number in range(1, 5):
        for left in org.parent.iterdir():
            left.unlink()
        org.write_bytes(OLD)
        calls = []

        def late(one, other, calls=calls, number=number):
            calls.append(one)
            if len(calls) == 1:
                in_place(org, SAVED)
            real(one, other)
            if len(calls) == number:
                second(org, last)

        monkeypatch.setattr(inplace, "exchange", late)

        assert write(org) == "F024"
        assert there(org) == {"org.yaml": last if number <= 2 else SAVED}


def test_a_file_moved_away_while_it_is_put_back(org, monkeypatch):
    real = exchange.exchange
    calls = []

    def late(one, other):
        calls.append(one)
        if len(calls) == 1:
            in_place(org, SAVED)
        else:
            org.unlink()
        real(one, other)

    monkeypatch.setattr(inplace, "exchange", late)

    assert write(org) == "F024"
    assert there(org) == {"org.yaml": SAVED}


def test_a_disk_that_breaks_while_a_save_is_put_back_keeps_all(org, monkeypatch):
    real = exchange.exchange
    calls = []

    def late(one, other):
        calls.append(one)
        if len(calls) > 1:
            raise OSError(errno.EIO, "")
        in_place(org, SAVED)
        real(one, other)

    monkeypatch.setattr(inplace, "exchange", late)

    assert write(org) == "F020"
    assert sorted(there(org).values()) == sorted([OLD, NEW, SAVED])


@pytest.mark.skipif(exchange.at_once() is None, reason="only Linux tells who has a file open")
def test_who_has_it_open_to_write_is_waited_for(org):
    with org.open("r+b"):
        assert write(org) == "F024"
        assert there(org) == {"org.yaml": OLD}
    with org.open("rb"):  # to read is no trouble
        assert write(org) == ""


def test_where_the_system_cannot_tell_a_late_writer_writes_in_the_copy(org, monkeypatch, system):
    monkeypatch.setattr(exchange, "_lease", lambda _: None)
    with org.open("r+b", buffering=0) as editor:
        assert write(org) == ""
        editor.write(SAVED)

    assert org.read_bytes() == NEW
    assert (org.parent / "org.yaml.2020.1.bak").read_bytes().startswith(SAVED)


def test_the_other_name_of_a_file_keeps_the_old_text_and_the_copy_is_its_own(org, system):
    os.link(org, org.parent / "ander")

    assert write(org) == ""
    assert there(org) == {"ander": OLD, **DONE}
    assert (org.parent / "ander").stat().st_nlink == 1


def test_a_link_to_another_folder(org, tmp_path, system):
    (tmp_path / "map").mkdir()
    link = tmp_path / "map" / "link.yaml"
    link.symlink_to(org)

    assert write(link) == ""
    assert link.is_symlink()
    assert org.read_bytes() == NEW
    assert there(link) == {"link.yaml": NEW, "link.yaml.2020.1.bak": OLD}


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_the_owner_and_the_mode_are_kept(org):
    org.chmod(0o640)
    os.chown(org, 1234, 4321)

    assert write(org) == ""
    for path in (org, org.parent / "org.yaml.2020.1.bak"):
        found = path.stat()
        assert (found.st_uid, found.st_gid, stat.S_IMODE(found.st_mode)) == (1234, 4321, 0o640)


@pytest.mark.parametrize("links", [True, False])
def test_a_copy_never_takes_a_name_that_something_has(links, org, monkeypatch):
    if not links:  # a memory stick
        monkeypatch.setattr(os, "link", refuse)
    (org.parent / "org.yaml.2020.1.bak").symlink_to("nergens")

    assert write(org) == ""
    assert (org.parent / "org.yaml.2020.1.bak").is_symlink()
    assert (org.parent / "org.yaml.2020.1.2.bak").read_bytes() == OLD


@pytest.mark.parametrize("links", [True, False])
def test_a_new_file_never_takes_the_place_of_one_that_appeared(links, tmp_path, monkeypatch):
    """Of several files none is made then."""
    wanted = [(str(tmp_path / "a"), "a"), (str(tmp_path / "b"), "b")]
    if not links:
        monkeypatch.setattr(os, "link", refuse)
    before_step(monkeypatch, {3: lambda: (tmp_path / "b").write_bytes(SAVED)})
    with pytest.raises(DigisamenError) as caught:
        write_files(wanted, fresh=True)

    assert caught.value.problem.code == "F022"
    assert there(tmp_path / "b") == {"b": SAVED}


@pytest.mark.parametrize("kind", ["gone", "folder", "pipe", "secret"])
def test_what_is_no_longer_a_file_that_can_be_read_has_changed(kind, org):
    org.unlink()
    if kind == "folder":
        org.mkdir()
        assert write(org) == "F023"
        return
    if kind == "pipe":
        os.mkfifo(org)
    if kind == "secret":
        org.symlink_to("/proc/1/mem")
    assert write(org) == "F024"
