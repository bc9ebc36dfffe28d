"""Units: what a quantity is in SI, so that yards can be held against meters."""

import pytest

from workbench.analysis.numbers.units import Units
from workbench.model.article import Span
from workbench.model.claim import Quantity

UNITS = Units()


def quantity(low: float | None, high: float | None, unit: str) -> Quantity:
    return Quantity(Span(0, 1), low, high, unit, "")


@pytest.mark.parametrize(
    ("unit", "value", "si", "dimension"),
    [
        ("yard", 500, 457.2, "length"),
        ("m", 500, 500, "length"),
        ("km", 2, 2000, "length"),
        ("mile/hour", 10, 4.4704, "length/time"),
        ("km²", 1, 1e6, "area"),
        ("acre", 1, 4046.8564224, "area"),
        ("mg", 5, 5e-6, "mass"),
        ("week", 2, 1_209_600, "time"),
        ("°F", 32, 273.15, "temperature"),
        ("°C", 0, 273.15, "temperature"),
        ("percent", 50, 0.5, "share"),
        ("fraction", 0.5, 0.5, "share"),
        ("kWh", 1, 3.6e6, "energy"),
        ("us cent", 99, 0.99, "usd"),
        ("usd", 5, 5, "usd"),
        ("", 7, 7, "count"),
        ("cubit", 3, 3, "cubit"),
    ],
)
def test_a_unit_is_converted_within_its_dimension(unit: str, value: float, si: float, dimension: str) -> None:
    low, high, found = UNITS.to_si(quantity(value, value, unit))
    assert low == high == pytest.approx(si)
    assert found == dimension


def test_an_open_bound_stays_open() -> None:
    assert UNITS.to_si(quantity(3, None, "km")) == (3000, None, "length")
    assert UNITS.to_si(quantity(None, 3, "km")) == (None, 3000, "length")


def test_money_of_two_countries_is_not_of_one_dimension() -> None:
    assert UNITS.dimension("usd") != UNITS.dimension("eur")
    assert UNITS.is_money("usd")
    assert not UNITS.is_money("km")


def test_every_named_unit_has_a_dimension_of_its_kind() -> None:
    unknown = [unit for unit in set(UNITS.names.values()) if UNITS.dimension(unit) == unit]
    assert [unit for unit in unknown if not UNITS.is_money(unit)] == []
