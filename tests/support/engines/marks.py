"""In which engines a test runs. Each engine has a process of its own where tests run beside each other."""

from __future__ import annotations

import pytest

from tests.support.engines.finding import NAMES

EACH = [pytest.param(name, marks=pytest.mark.xdist_group(name)) for name in NAMES]
"""The parameters of the fixture `running`."""

IN_FIREFOX = pytest.mark.parametrize("running", [each for each in EACH if each.values == ("firefox",)], indirect=True)
"""For what WebKitGTK has not or does not tell: the system's colors, a scheme that changes meanwhile, paper, the style of a placeholder."""
