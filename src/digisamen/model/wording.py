"""Text in Dutch (authoritative) and English (courtesy translation)."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

Language = Literal["nl", "en"]


class Localised(BaseModel):
    """One text in the languages of an edition. Dutch is always there; English may still be missing in a draft."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    nl: Annotated[str, StringConstraints(pattern=r"\S")]
    en: Annotated[str, StringConstraints(pattern=r"\S")] | None = None

    def in_(self, language: Language) -> str:
        """Return the text in `language`, or the Dutch text where the translation is missing."""
        return self.nl if language == "nl" or not self.en else self.en
