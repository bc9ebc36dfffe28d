"""What everything speaks of: frozen dataclasses, without input, output or a clock."""
