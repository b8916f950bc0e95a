"""The self-assessment of one organisation: what stands in `org.yaml`, as pydantic models."""

import re
from enum import IntEnum
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from digisamen.model.days import Day

SCHEMA = "digisamen/assessment/v1"

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
AnswerWord = Literal["ja", "deels", "nee", "nvt"]


class Assurance(IntEnum):
    """How sure an answer is, rising. A member's name in lower case is the word that files and reports use."""

    VERKLAARD = 1
    ONDERBOUWD = 2
    GETOETST = 3

    @property
    def word(self) -> str:
        """The word in files and reports, such as `onderbouwd`."""
        return self.name.lower()


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


def _inside(path: str) -> str:
    """Refuse every path that could leave the folder of the assessment, on any operating system."""
    parts = re.split(r"[/\\]", path)
    if path.startswith(("/", "\\", "~")) or ".." in parts or re.match(r"[A-Za-z]:", path) or "\0" in path:
        raise PydanticCustomError("path_outside", "outside the folder")
    return path


def check_web(url: str) -> str:
    """Refuse what is no web address, and one that holds a password: it would stand in the report."""
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018  # reading it is what checks it
    except ValueError:  # brackets that do not match, or a port that is no port
        raise PydanticCustomError("url_form", "not a web address") from None
    web = parts.scheme.lower() in {"http", "https"} and re.search(r"\w", parts.hostname or "")
    if not web or "@" in parts.netloc or re.search(r"[\s\x00-\x1f\x7f<>\"`\\]", url):
        raise PydanticCustomError("url_form", "not a web address")
    return url


def _target(value: object) -> object:
    """Read `2` and `{dsgo: 2}`; YAML gives the numbers as text."""
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,2}", value):
        return int(value)
    if isinstance(value, dict) and all(
        isinstance(v, int | str) and re.fullmatch(r"[0-9]{1,2}", str(v)) for v in value.values()
    ):
        return {str(theme): int(level) for theme, level in value.items()}
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise PydanticCustomError("target_form", "a level, or a level per theme")


def _empty(kind: type) -> BeforeValidator:
    """Read a key without a value, as `facts:` with nothing below it, as an empty `kind`."""
    return BeforeValidator(lambda value: kind() if value is None else value)


class Evidence(_Model):
    """One piece of evidence with an answer: a file beside the assessment, or a web address."""

    kind: str
    title: Text | None = None
    file: Annotated[Text, AfterValidator(_inside)] | None = None
    url: Annotated[Text, AfterValidator(check_web)] | None = None
    sha256: Annotated[str, StringConstraints(to_lower=True, pattern=r"^[0-9a-fA-F]{64}$")] | None = None
    date: Day
    valid_until: Day | None = None
    reviewed_by: Text | None = None

    @model_validator(mode="after")
    def _one_place(self) -> "Evidence":
        if (self.file is None) == (self.url is None):
            raise PydanticCustomError("file_or_url", "exactly one of file and url")
        if self.sha256 and not self.file:
            raise PydanticCustomError("sha_without_file", "sha256 belongs to a file")
        return self


class Explanation(_Model):
    """Why a criterion is not met: comply or explain. It is shown, and never counts as met."""

    reason: str
    text: Text
    until: Day | None = None


class Answer(_Model):
    """The answer to one criterion. No answer means unanswered, which is never the same as `nee`."""

    answer: AnswerWord | None = None
    reason: Text | None = None
    explanation: Explanation | None = None
    evidence: Annotated[tuple[Evidence, ...], _empty(tuple)] = ()

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return {"answer": value} if value is None or isinstance(value, str) else value


class Organisation(_Model):
    """Who assesses itself. Roles hold for every subsector in the file."""

    name: Text
    kvk: Annotated[str, StringConstraints(pattern=r"^[0-9]{8}$")] | None = None
    size: str
    roles: tuple[str, ...] = Field(min_length=1)
    subsectors: tuple[str, ...] = Field(min_length=1)
    facts: Annotated[dict[str, Literal["ja", "nee"] | None], _empty(dict)] = {}

    def false_facts(self) -> frozenset[str]:
        """Return the facts answered with `nee`; a fact that is not given counts as true."""
        return frozenset(fact for fact, said in self.facts.items() if said == "nee")


class Assessment(_Model):
    """One self-assessment. `target` is one level for all themes or a level per theme.

    `archive` holds the answers of earlier editions as `digisamen migrate` moved them there; nothing ever counts them.
    """

    schema_: Literal["digisamen/assessment/v1"] = Field(alias="schema")
    edition: str
    date: Day
    organisation: Organisation
    target: Annotated[int | dict[str, int] | None, BeforeValidator(_target)] = None
    answers: Annotated[dict[str, Answer], _empty(dict)] = {}
    archive: Any = None

    def target_for(self, theme: str) -> int | None:
        """Return the level that the organisation aims for in this theme; none where it named no target."""
        return self.target.get(theme) if isinstance(self.target, dict) else self.target
