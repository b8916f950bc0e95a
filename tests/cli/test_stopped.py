"""Stopped or killed at any step of writing: nothing half stays, and what stays is told of."""

import os
import signal
import sys

import pytest

from digisamen import __main__ as program
from digisamen.cli import exits, spare
from digisamen.cli.signals import holding_signals
from digisamen.cli.write import write_files
from tests.cli.steps import before_step
from tests.conftest import TESTS, with_norm
from tests.migrate.editions import NEXT, tell

CASE = TESTS / "migrate" / "2020.1-2021.1" / "alles-door-elkaar" / "before.yaml"
OLD = CASE.read_bytes()
CODES = {signal.SIGINT: exits.STOPPED, signal.SIGTERM: exits.ENDED, signal.SIGHUP: exits.HUNG_UP}
MOST = 40


@pytest.fixture(scope="module")
def criteria(tmp_path_factory):
    return tell(tmp_path_factory.mktemp("criteria"), "2020.1", "2021.1", NEXT)


@pytest.fixture
def org(tmp_path):
    path = tmp_path / "org.yaml"
    path.write_bytes(OLD)
    return path


def there(org):
    return {name: (org.parent / name).read_bytes() for name in sorted(os.listdir(org.parent))}


def forked(work):
    """Runs `work` in a process of its own, as at a prompt, and returns how that ended."""
    child = os.fork()
    if child == 0:
        try:
            nowhere = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(nowhere, stream)
            signal.signal(signal.SIGINT, signal.default_int_handler)
            for number in (signal.SIGTERM, signal.SIGHUP):
                signal.signal(number, signal.SIG_DFL)
            work()
        finally:
            os._exit(99)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def stopped(org, criteria, number, step):
    """Migrates in a process of its own that gets a signal before a step, and returns its exit code."""

    def work():
        os.chdir(org.parent)
        sys.argv = ["digisamen", "migrate", "org.yaml", "--to", "2021.1", "--write", "--criteria", str(criteria)]
        with pytest.MonkeyPatch.context() as patch:
            before_step(patch, {step: lambda: os.kill(os.getpid(), number)})
            program.main()

    return forked(work)


@pytest.fixture(scope="module")
def new(criteria, tmp_path_factory):
    path = tmp_path_factory.mktemp("new") / "org.yaml"
    path.write_bytes(OLD)
    assert stopped(path, criteria, signal.SIGINT, 0) == exits.DONE
    return path.read_bytes()


def each_step(org, criteria, number):
    """Gives the exit code of a run that is stopped before the first step, the second, and so on to the last."""
    for step in range(1, MOST):
        for left in org.parent.iterdir():
            left.unlink()
        org.write_bytes(OLD)
        code = stopped(org, criteria, number, step)
        if code == exits.DONE:
            assert step > 8, "the steps are watched"
            return
        yield step, code


@pytest.mark.parametrize("number", CODES)
def test_a_signal_at_any_step(number, org, criteria, new):
    """All is done with its copy, or nothing is; nothing else stays, and the exit code names the signal."""
    ends = []
    for step, code in each_step(org, criteria, number):
        assert code == CODES[number], step
        ends.append(there(org))
        assert ends[-1] in ({"org.yaml": OLD}, {"org.yaml": new, "org.yaml.2020.1.bak": OLD}), step
    assert {len(end) for end in ends} == {1, 2}


def test_killed_at_any_step(org, criteria, new, cli):
    """Even then each file is whole, a copy is a copy, and the next command names what stayed."""
    left = set()
    for step, code in each_step(org, criteria, signal.SIGKILL):
        assert code == -signal.SIGKILL, step
        found = there(org)
        spares = {k: found.pop(k) for k in list(found) if k.startswith(".")}
        assert found in (
            {"org.yaml": OLD},
            {"org.yaml": OLD, "org.yaml.2020.1.bak": OLD},
            {"org.yaml": new, "org.yaml.2020.1.bak": OLD},
        ), step
        ran = cli("migrate", "org.yaml", "--to", "2021.1", "--write", "--criteria", criteria)
        assert ran.code == exits.DONE
        assert ran.err.count("F033") == len(spares), step
        for name in spares:
            assert name in "".join(ran.err.split()), step
        assert org.read_bytes() == new
        assert OLD in there(org).values()
        assert spares.items() <= there(org).items(), "we throw away nothing of a run that we did not see"
        left |= {name[-4:] for name in spares}
    assert left == {".tmp", ".old"}


def test_a_new_file_of_a_run_that_was_stopped_or_killed(tmp_path):
    """The same for every file that is written."""
    for number in (*CODES, signal.SIGKILL):
        for step in range(1, 4):

            def work(number=number, step=step):
                before_step(pytest.MonkeyPatch(), {step: lambda: os.kill(os.getpid(), number)})
                write_files([(str(tmp_path / "uit.json"), "{}")])

            forked(work)
            assert not any(p.read_bytes() != b"{}" for p in tmp_path.iterdir() if p.suffix == ".json")
            spares = spare.left_behind(tmp_path / "uit.json")
            assert bool(spares) == (number is signal.SIGKILL), (number, step)
            for path in tmp_path.iterdir():
                path.unlink()


def test_who_ignores_a_signal_goes_on_ignoring_it():
    """As under nohup."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with holding_signals() as stop:
            os.kill(os.getpid(), signal.SIGHUP)
            stop()
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


def test_a_signal_waits_and_then_does_what_it_did():
    came, seen = [], []

    def work():
        with holding_signals() as stop:
            os.kill(os.getpid(), signal.SIGTERM)
            seen.append(list(came))
            stop()
            seen.append("went on")

    before = signal.signal(signal.SIGTERM, lambda *_: came.append("came"))
    try:
        with pytest.raises(KeyboardInterrupt):
            work()
    finally:
        signal.signal(signal.SIGTERM, before)

    assert (came, seen) == (["came"], [[]])


@pytest.fixture
def litter(org):
    """What a killed run left beside a file, and names that look like it."""
    gone = os.fork()
    if gone == 0:
        os._exit(0)
    os.waitpid(gone, 0)
    names = [f".org.yaml.digisamen-{gone}-abcd_123.tmp", f".org.yaml.digisamen-{gone}-abcd_123.old"]
    running = f".org.yaml.digisamen-{os.getpid()}-abcd_123.tmp"
    for name in [*names, running, ".org.yaml.swp", "org.yaml~", f".andere.yaml.digisamen-{gone}-abcd_123.tmp"]:
        (org.parent / name).write_bytes(b"x")
    return names


@pytest.mark.parametrize(
    "arguments",
    [
        ("assess", "org.yaml"),
        ("next", "org.yaml"),
        ("migrate", "org.yaml"),
        ("new", "--subsector", "woningbouw", "--role", "hoofdaannemer", "--size", "zzp"),
        ("schema", "assessment", "--output", "org.yaml"),
        ("assess", "ander.yaml", "--output", "org.yaml", "--format", "json"),
    ],
)
def test_what_a_killed_run_left_is_told(arguments, litter, org, cli):
    """Of a run that goes on, or of another file, nothing is told."""
    org.write_bytes((TESTS / "golden" / "gewoon" / "org.yaml").read_bytes())
    (org.parent / "ander.yaml").write_bytes(org.read_bytes())
    (org.parent / "link.yaml").symlink_to("org.yaml")
    told = cli(*with_norm(*arguments)).err

    assert told.count("F033") == 2
    assert all(name in "".join(told.split()) for name in litter)
    assert cli(*with_norm(*(a.replace("org", "link") for a in arguments))).err.count("F033") == 2


@pytest.mark.parametrize(("language", "go", "look"), [("nl", "U kunt dat", "Kijk eerst"), ("en", "You can", "First")])
def test_what_may_go_at_once_and_what_to_look_at_first(language, go, look, litter, org, cli):
    told = cli("migrate", "org.yaml", "--lang", language, "--criteria", TESTS / "norm").err.split("\n\n")

    assert [go in told[0] or go in told[1], look in told[0] or look in told[1]] == [True, True]
    assert {name for name in litter if (org.parent / name).read_bytes() == b"x"} == set(litter)
