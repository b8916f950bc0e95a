"""The fingerprint of a specification holds every field of a criterion that a bidder must meet."""

from digisamen.model.fields import FIELDS
from digisamen.tender.data import specification_data

OUTSIDE = {
    "obligation": "every requirement is one",
    "binding": "only what may be asked of a contract gets in",
    "answer.nvt": "about assess alone",
    "answer.explain": "about assess alone",
    "subsectors": "the request names its own",
    "applies.roles": "the request names its own",
    "applies.phases": "the request names its own",
    "applies.works": "the request names its own",
    "principles": "a reason, no duty",
    "replaced_by": "only a criterion that lapsed has it",
    "since": "history",
    "retired_in": "history",
    "reason": "only a criterion that lapsed has it",
    "advice": "help, no duty",
}
INSIDE = {
    "applies.facts": "facts",
    "applies.sizes": "sizes",
    **{f"tender.{name}": name for name in ("subject", "combine", "flow_down", "zzp")},
}


def test_every_field_is_in_the_fingerprint_or_has_a_reason_not_to_be(asked):
    requirement = specification_data(asked())["requirements"][0]
    for field in FIELDS:
        place = requirement
        for name in INSIDE.get(field.path, field.path).split("."):
            place = place.get(name, ...) if isinstance(place, dict) else ...
        assert (place is ...) == (field.path in OUTSIDE), field.path
