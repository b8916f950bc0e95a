"""What one requirement asks of the smallest firms."""

from dataclasses import replace

import pytest

from digisamen.tender.proportion import each
from digisamen.tender.specification import Wanted
from digisamen.tender.specify import specify


@pytest.mark.parametrize(
    ("sizes", "outcome"),
    [
        ({}, "motiveren"),
        ({"zzp": "volledig", "micro": "volledig"}, "motiveren"),
        ({"zzp": "lichter", "micro": "volledig"}, "motiveren"),
        ({"zzp": "vrijgesteld", "micro": "lichter"}, "ok"),
    ],
)
def test_the_whole_is_heavy_for_the_smallest_whether_that_is_said_or_not(edition, sizes, outcome):
    spec = specify(edition, Wanted("woningbouw", ("hoofdaannemer",), {"standaarden": 1}))
    first = spec.requirements[0]
    applies = first.criterion.applies.model_copy(update={"sizes": sizes})
    criterion = first.criterion.model_copy(update={"applies": applies, "effort": 3})
    asked = replace(spec, requirements=(replace(first, criterion=criterion),))
    assert [one.outcome for one in each(asked)] == [outcome]
