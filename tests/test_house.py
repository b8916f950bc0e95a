"""The floors of the house: who may import whom, which room knows which library, and how big a file may grow."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "digisamen"
FILES = sorted(SOURCE.rglob("*.py"))

MAY_IMPORT = {
    "model": {"model"},
    "source": {"model", "source"},
    "text": {"model", "text", "source"},  # the catalogues are YAML: the one step sideways, and it is written here
    "read": {"model", "source", "read"},
    "score": {"model", "score"},
    "check": {"model", "source", "read", "score", "compare", "check"},
    "compare": {"model", "score", "compare"},
    "edit": {"model", "source", "edit"},
    "market": {"model", "score", "compare", "market"},
    "report": {"model", "report"},
    "render": {"model", "text", "tender", "render"},
    "tender": {"model", "score", "tender"},
    "tender_road": {"model", "source", "read", "tender", "main_road"},
    "main_road": {"model", "source", "read", "check", "score", "compare", "report"},
    "compare_road": {"model", "source", "read", "compare", "main_road"},
    "release_road": {"model", "source", "read", "compare", "check", "main_road", "compare_road"},
    "migrate_road": {
        "model",
        "source",
        "text",
        "read",
        "score",
        "compare",
        "edit",
        "render",
        "main_road",
    },
    "impact_road": {"model", "source", "read", "check", "compare", "market", "main_road", "compare_road"},
    "verify": {"model", "source", "text", "read", "render", "main_road"},
    "api": {
        "model",
        "source",
        "read",
        "check",
        "score",
        "tender",
        "report",
        "render",
        "main_road",
        "tender_road",
        "compare_road",
        "release_road",
        "migrate_road",
        "impact_road",
        "verify",
    },
    "cli": {
        "model",
        "source",
        "text",
        "read",
        "score",
        "tender",
        "report",
        "render",
        "cli",
        "api",
        "tender_road",
        "release_road",
        "impact_road",
    },
}
"""Per room: the rooms it may import from. Only the command line and the library join rooms."""

KNOWS = {
    "yaml": {"source/yaml_text.py", "source/yaml_dump.py"},
    "pydantic": {"model", "read", "check", "render/json_v1_schema.py"},
    "pydantic_core": {"model", "render/json_v1.py"},
    "jinja2": {"render"},
    "markupsafe": {"render"},  # the escaping of jinja2, which always brings it
    "rich": {"render/lines.py", "render/level_terminal.py", "render/sheet_terminal.py"},
    "docx": {"render/word", "render/sheet_docx.py"},
    "lxml": {"render/word", "render/sheet_docx.py"},
    "openpyxl": {"render/package", "read/answer_xlsx.py"},
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
def test_floors(file):
    here = room(file)
    if here in {"__init__", "__main__"}:
        return
    for name in imports(file):
        parts = name.split(".")
        if parts[0] != "digisamen" or len(parts) < 2 or parts[1] == "__version__":
            continue
        assert parts[1] in MAY_IMPORT[here], f"{here} may not import from {parts[1]}: {name}"


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
