"""Sessions on disk: durable, locked, recoverable."""
