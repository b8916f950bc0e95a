"""The rooms of the house: who may import whom, which room knows which library, and how big a file may grow."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "digisamen"
FILES = sorted(SOURCE.rglob("*.py"))

GROUND = {
    "model": set(),
    "source": {"model"},
    "text": {"model", "source"},
    "score": {"model"},
    "read": {"model", "source"},
    "paper": {"model", "text"},
}
"""The shared ground, which knows no job: per room the other rooms of the ground that it may import from."""

JOBS = {
    "form": set(),
    "norm": set(),
    "tender": set(),
    "migrate": {"form", "norm"},
    "level": {"migrate", "norm"},
    "market": {"level", "migrate", "norm"},
}
"""The jobs, on top of the whole ground: per job the other jobs that it may import from."""

TOP = {"api": {*GROUND, *JOBS}, "cli": {*GROUND, *JOBS, "api"}}

MAY_IMPORT = {**GROUND, **{job: {*GROUND, *others} for job, others in JOBS.items()}, **TOP}

KNOWS = {
    "yaml": {"source/yaml_text.py", "source/yaml_comments.py", "source/yaml_dump.py"},
    "pydantic": {"model", "read", "form/schema.py", "norm", "tender", "market/margins.py", "level/json_schema.py"},
    "pydantic_core": {"model", "tender", "norm", "paper/json_text.py"},
    "jinja2": {"paper"},
    "markupsafe": {"paper", "level/html", "norm/pages"},  # the escaping of jinja2, which always brings it
    "rich": {"paper", "level/screen.py"},
    "docx": {"paper/word", "paper/docx.py"},
    "lxml": {"paper/word", "paper/docx.py"},
    "openpyxl": {"tender/package", "tender/answer_xlsx.py"},
    "typer": {"cli"},
}
"""Per library: the rooms or files that may know it."""

CLOCK_AND_TERMINAL = {
    "cli/terminal.py",
    "cli/app.py",
    "cli/show.py",
    "cli/write.py",
    "__main__.py",
    "cli/explain.py",
    "source/files.py",
}
LONGEST = 300


def room(file: Path) -> str:
    return file.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports(file: Path):
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative import"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(SOURCE)))
def test_rooms(file):
    here = room(file)
    if here in {"__init__", "__main__"}:
        return
    for name in imports(file):
        parts = name.split(".")
        if parts[0] != "digisamen" or len(parts) < 2 or parts[1] == "__version__":
            continue
        assert parts[1] in {here, *MAY_IMPORT[here]}, f"{here} may not import from {parts[1]}: {name}"


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(SOURCE)))
def test_libraries_have_their_room(file):
    here = str(file.relative_to(SOURCE))
    for name in {n.split(".")[0] for n in imports(file)} & KNOWS.keys():
        assert any(here == gate or here.startswith(f"{gate}/") for gate in KNOWS[name]), f"{here} may not know {name}"


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(SOURCE)))
def test_only_the_command_line_asks_the_computer(file):
    here = str(file.relative_to(SOURCE))
    text = file.read_text(encoding="utf-8")
    asks = any(
        word in text for word in ("date.today", "datetime.now", "os.environ", "sys.stdout", "isatty", "os.getenv")
    )
    assert not asks or here in CLOCK_AND_TERMINAL, f"{here} asks the clock, the environment or the terminal"


def test_no_circles():
    graph = {}
    for file in FILES:
        name = ".".join(("digisamen", *file.relative_to(SOURCE).with_suffix("").parts)).removesuffix(".__init__")
        graph[name] = {n for n in imports(file) if n.startswith("digisamen")}
    done, path = set(), []

    def visit(name):
        assert name not in path, f"circle: {' -> '.join([*path[path.index(name) :], name])}"
        if name in done or name not in graph:
            return
        path.append(name)
        for other in sorted(graph[name] & graph.keys() - {name}):
            visit(other)
        path.pop()
        done.add(name)

    for name in sorted(graph):
        visit(name)


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(SOURCE)))
def test_files_stay_small(file):
    assert len(file.read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_nobody_imports_names_from_the_package_root():
    allowed = {"digisamen.__version__", "digisamen.api"}
    for file in FILES:
        roots = {n for n in imports(file) if n.count(".") == 1 and n.startswith("digisamen.")}
        named = {
            n
            for n in roots
            if not (SOURCE / f"{n.split('.')[1]}.py").exists() and not (SOURCE / n.split(".")[1]).is_dir()
        }
        assert named <= allowed, f"{file.name}: {named - allowed}"
