"""Fixtures of tests/support/, for the tests of kinds as well, which lie beside them."""

from hypothesis import settings

pytest_plugins = [
    "tests.support.chromium",
    "tests.support.sites",
    "tests.support.course",
    "tests.support.tv",
    "tests.support.axe",  # last: it imports from chromium
]

# A busy machine is slow: how long an example takes says nothing of what it proves.
settings.register_profile("smartcorner", deadline=None)
settings.load_profile("smartcorner")
