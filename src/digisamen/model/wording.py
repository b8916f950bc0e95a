"""Text in Dutch (authoritative) and English (courtesy translation)."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

Language = Literal["nl", "en"]


class Localised(BaseModel):
    """One text in the languages of an edition. Dutch is always there; English may still be missing in a draft."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    nl: str
    en: str | None = None

    def in_(self, language: Language) -> str:
        """Return the text in `language`, or the Dutch text where the translation is missing."""
        return self.nl if language == "nl" or not self.en else self.en
