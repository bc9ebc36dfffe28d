"""Quantities in running text: intervals with modifier, unit and what is counted."""
