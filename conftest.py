"""Fixtures of tests/support/, for the tests of kinds as well, which lie beside them."""

import pytest
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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Try a test in a browser once more when it fails; the end of the run names it (RERUN).

    Two browsers on a machine that stalls for seconds miss what a person wouldn't.
    """
    for item in items:
        if item.get_closest_marker("browser") or item.get_closest_marker("tv"):
            item.add_marker(pytest.mark.flaky(reruns=1))
