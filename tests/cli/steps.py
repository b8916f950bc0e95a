"""Something happens just before the n-th step of writing: what every test of safe writing needs."""

import os
from pathlib import Path

from digisamen.cli import inplace

STEPS = (
    (os, "fsync"),
    (os, "link"),
    (Path, "chmod"),
    (Path, "rename"),
    (Path, "replace"),
    (Path, "unlink"),
    (inplace, "exchange"),
    (inplace, "still"),
)
"""What writing does with the disk, in this process."""


def before_step(patch, acts):
    """Lets each of `acts` run before the step with its number; returns the names of all steps."""
    seen = []

    def watched(name, real):
        def step(*arguments, **more):
            seen.append(name)
            acts.get(len(seen), nothing)()
            return None if name == "fsync" else real(*arguments, **more)  # a disk is slow

        return step

    for owner, name in STEPS:
        patch.setattr(owner, name, watched(name, getattr(owner, name)))
    return seen


def nothing():
    """The step goes as it goes."""


def in_place(path, content):
    """An editor that writes in the file itself."""
    fd = os.open(path, os.O_WRONLY | os.O_TRUNC | os.O_CREAT)
    os.write(fd, content)
    os.close(fd)


def by_moving(path, content):
    """An editor that moves a new file over the old one."""
    new = path.with_name("van-de-editor")
    in_place(new, content)
    os.rename(new, path)  # noqa: PTH104  # the steps of Path are watched


def by_moving_away(path, content):
    """An editor that moves the old file away, writes a new one, and throws the old one away."""
    old = path.with_name("org.yaml~")
    os.rename(path, old)  # noqa: PTH104
    in_place(path, content)
    os.unlink(old)  # noqa: PTH108
