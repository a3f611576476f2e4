"""Fixtures of tests/support/, for the tests of kinds as well, which lie beside them."""

pytest_plugins = [
    "tests.support.chromium",
    "tests.support.sites",
    "tests.support.tv",
    "tests.support.axe",  # last: it imports from chromium
]
