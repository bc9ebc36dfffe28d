"""Sessions on disk: durable, locked, recoverable.

Values that stay in here are msgspec structs: to define a frozen dataclass with slots takes 0.7 ms, a struct
0.03, and opening a session lies on the way to the first screen.
"""
