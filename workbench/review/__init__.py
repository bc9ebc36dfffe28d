"""Use cases of a review, without a user interface."""
