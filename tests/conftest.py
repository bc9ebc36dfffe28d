from hypothesis import settings

# The same examples in every run, so that a failure is one of the change and not of the day.
settings.register_profile("steady", deadline=None, derandomize=True)
# Other examples in every run: `pytest --hypothesis-profile explore`.
settings.register_profile("explore", deadline=None)
settings.load_profile("steady")
