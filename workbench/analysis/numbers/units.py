"""Units of measure: their names and symbols in text, and what they are in SI."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final, cast

from workbench.model.claim import Quantity
from workbench.tables import Table, read_table

_TABLES: Final = Path(__file__).parents[1] / "tables"
_DERIVED: Final = {"length²": "area", "length³": "volume"}
_POWERS: Final = {"²": 2, "³": 3}
_COUNT: Final = "count"


class Units:
    """The units that the tables know.

    Args:
        tables_folder: The user's own tables, or None.

    Raises:
        ConfigError: The user's table is broken.
    """

    def __init__(self, tables_folder: Path | None = None) -> None:
        table = read_table(_TABLES, "units", tables_folder)
        self._factors = cast("Mapping[str, float]", table["factors"])
        self._dimensions = cast("Mapping[str, str]", table["dimensions"])
        self._offsets = cast("Mapping[str, float]", table["offsets"])
        self._prefixes = cast("Mapping[str, float]", table["prefixes"])
        self._coins = cast("Mapping[str, str]", table["coins"])
        self._coin_values = cast("Mapping[str, float]", table["coin_values"])
        currencies = cast("Mapping[str, str]", table["currencies"])
        self._currencies = frozenset(currencies.values())
        self.names: Mapping[str, str] = _names(table, currencies)
        """Unit by name in lower case, plurals included: "kilometers" is "km"."""
        self.symbols: Mapping[str, str] = _symbols(table)
        """Unit by symbol, case as it has to be: "km", "kWh", "%"."""
        self.signs: Mapping[str, str] = {
            sign: code for sign, code in currencies.items() if not sign.islower()
        }
        """Currency by what stands before an amount: "$", "US$", "EUR"."""

    def is_money(self, unit: str) -> bool:
        """Tell whether the unit is a currency or one of its coins."""
        return unit in self._currencies

    def dimension(self, unit: str) -> str:
        """Return the dimension of a unit: "length", "usd", "count" for none."""
        return self._scale(unit)[2]

    def to_si(self, quantity: Quantity) -> tuple[float | None, float | None, str]:
        """Convert a quantity, so that quantities of one dimension can be compared.

        Money stays in its currency, a plain count is of the dimension "count", and a unit that the tables
        do not know is a dimension of its own.

        Args:
            quantity: The quantity, in the unit that the text states.

        Returns:
            Its lower and upper bound in SI, None where there is none, and its dimension: "length", "usd".
        """
        factor, offset, dimension = self._scale(quantity.unit)
        low = None if quantity.low is None else quantity.low * factor + offset
        high = None if quantity.high is None else quantity.high * factor + offset
        return low, high, dimension

    def _scale(self, unit: str) -> tuple[float, float, str]:
        above, slash, below = unit.partition("/")
        factor, dimension = self._factor(above)
        if not slash:
            return factor, self._offsets.get(unit, 0.0), dimension
        per, beneath = self._factor(below)
        return factor / per, 0.0, f"{dimension}/{beneath}"

    def _factor(self, unit: str) -> tuple[float, str]:
        if unit == "":
            return 1.0, _COUNT
        if unit in self._factors:
            return self._factors[unit], self._dimensions[unit]
        if unit in self._coins:
            return self._coin_values[unit], self._coins[unit]
        if unit[-1] in _POWERS:
            factor, dimension = self._factor(unit[:-1])
            raised = dimension + unit[-1]
            return factor ** _POWERS[unit[-1]], _DERIVED.get(raised, raised)
        if unit[:1] in self._prefixes and unit[1:] in self._factors:
            return self._prefixes[unit[0]] * self._factors[unit[1:]], self._dimensions[unit[1:]]
        return 1.0, unit


def _names(table: Table, currencies: Mapping[str, str]) -> dict[str, str]:
    singular = {
        name.replace("-", " "): unit for name, unit in cast("Mapping[str, str]", table["names"]).items()
    }
    singular |= {name: code for name, code in currencies.items() if name.islower()}
    symbols = frozenset(table["prefixable"])
    prefixes = cast("Mapping[str, str]", table["prefix_names"])
    for name, symbol in list(singular.items()):
        if symbol in symbols and " " not in name:
            singular |= {prefix + name: letter + symbol for prefix, letter in prefixes.items()}
    return singular | {f"{name}s": unit for name, unit in singular.items() if not name.endswith("s")}


def _symbols(table: Table) -> dict[str, str]:
    prefixed = {
        prefix + symbol: prefix + symbol for prefix in table["prefixes"] for symbol in table["prefixable"]
    }
    prefixed |= {symbol.replace("µ", "μ"): unit for symbol, unit in prefixed.items()}
    return prefixed | dict(cast("Mapping[str, str]", table["symbols"]))
