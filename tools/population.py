"""Writes invented organisations as files, to try `digisamen criteria impact` and to measure it.

Run `python tools/population.py FOLDER [N] [EDITION] [SEED] [CRITERIA]`. The same arguments always give the same bytes.
Nobody in it is real: how they are spread and how they answer is in src/digisamen/market/population.yaml.
"""

import sys
from pathlib import Path

from digisamen import api
from digisamen.market.impact import COUNT, SEED, population
from digisamen.source.yaml_dump import dump_yaml

HEAD = "# SYNTHETISCH: verzonnen organisatie, verzonnen antwoorden. Geen marktcijfers.\n"


def main(
    folder: str, count: int = COUNT, number: str | None = None, seed: int = SEED, criteria: str | None = None
) -> None:
    """Write `count` files below `folder`, a hundred in each folder."""
    edition = api.load_edition(number, criteria).value
    if edition is None:
        sys.exit("that edition cannot be read; see: digisamen criteria check")
    for position, data in enumerate(population(edition, count, seed)):
        place = Path(folder) / f"{position // 100:04}"
        place.mkdir(parents=True, exist_ok=True)
        name = data["organisation"]["name"].split()[-1]
        (place / f"{name}.yaml").write_text(HEAD + dump_yaml(data), encoding="utf-8")


if __name__ == "__main__":
    given = sys.argv[1:]
    if not given:
        sys.exit(__doc__)
    kinds = (str, int, str, int, str)
    main(*(kind(word) for kind, word in zip(kinds, given, strict=False)))
