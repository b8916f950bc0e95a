"""Labels within a sentence, and the words for the status of an edition."""

from digisamen.text.texts import Texts


def status_word(status: str, t: Texts) -> str:
    """Return the word that marks every page of an edition that is not adopted; nothing for an adopted one."""
    return "" if status == "vastgesteld" else t(f"word.status.{status}")


def status_name(status: str, t: Texts) -> str:
    """Return the status of an edition as a word in a sentence."""
    return t(f"word.status_name.{status}")


def lower_first(label: str) -> str:
    """Return a label as it stands within a sentence; an abbreviation keeps its capitals."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label
