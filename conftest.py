"""Fixtures of tests/support/, for the tests of kinds as well, which lie beside them."""

pytest_plugins = ["tests.support.tv"]
