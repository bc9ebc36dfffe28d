"""Sentences with exact spans."""
