"""The browsers of the machine are found, or one line says what to install."""

from __future__ import annotations

import os

import pytest

from tests.support.engines import finding


def test_what_is_lacking_is_asked_for_in_one_line(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setitem(finding.FINDERS, "Xvfb", lambda: None)
    monkeypatch.setitem(finding.FINDERS, "MiniBrowser", lambda: None)
    with pytest.raises(RuntimeError, match=r"^Not found.*: Xvfb, MiniBrowser \(Debian: apt-get install webkit2gtk-driver xvfb\)\.$"):
        finding.ensure()


def test_a_wrong_path_is_an_error_and_no_reason_to_look_on(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("FIREFOX_PATH", "no-such-program")
    with pytest.raises(FileNotFoundError, match="no-such-program"):
        finding.ensure()
