"""Documents made from a session, one module a format."""
