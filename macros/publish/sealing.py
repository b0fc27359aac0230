"""Finds policy violations in a page before it is written: nothing in it may run but the site's own files.

The policy in overrides/main.html stops in the browser what this stops in the build.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from html.parser import HTMLParser

DATA_BLOCKS = {"application/json", "application/ld+json"}
"""Types of script elements that hold data. No browser runs them."""

FORBIDDEN = {"style", "iframe", "frame", "object", "embed", "applet", "base"}
_ADDRESSES = {"href", "src", "action", "formaction", "data", "xlink:href", "poster", "srcset", "ping", "background"}
_LOADING = {"script", "img", "link", "source", "video", "audio", "track", "input", "use", "image"}
_BLANKS = re.compile(r"[\x00-\x20]")  # Browsers leave them out of a scheme.
_RUNS = re.compile(r"(javascript|vbscript|data):", re.IGNORECASE)
_FOREIGN = re.compile(r"([a-z][a-z0-9+.-]*:|[/\\]{2})", re.IGNORECASE)
_LINKS_THAT_LOAD = {"stylesheet", "icon", "preload", "prefetch", "modulepreload", "manifest", "preconnect", "dns-prefetch"}

_OPENING = re.compile("<[a-z]", re.IGNORECASE)
_TAG = re.compile("""<[a-z](?:[^"'<>]|"[^"<]*"|'[^'<]*')*>""", re.IGNORECASE)
_PLAIN = re.compile(
    r"""<(?:a|button|span|p|li|div|h[1-6]|t[rdh])
    (?:\ (?:class|id|rel|role|scope|title|type|hidden|(?:aria|data)-[a-z-]+)(?:="[^"<>]*")?
    |  \ href="(?:https?://|\.\./|\#|[\w-])[^"<>:&\s]*"
    )*>""",
    re.VERBOSE,
)
"""Tags that plainly neither run nor load anything: attributes that are only text, and links of plain characters."""

_FILLED = re.compile(r"<script\b[^>]*\ssrc[^>]*>(?!</script>)", re.IGNORECASE)


class _Seen(HTMLParser):
    """Collects policy violations, each with its line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.wrong: list[str] = []
        self._inline = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in FORBIDDEN:
            self._add(f"a {tag} element")
        if tag == "meta" and values.get("http-equiv", "").strip().lower() == "refresh":
            self._add("a refresh")
        if tag == "script":
            self._inline = "src" in values or values.get("type") not in DATA_BLOCKS
            if "src" not in values and self._inline:
                self._add("an inline script")
        for name, value in values.items():
            self._check(tag, name, _BLANKS.sub("", value), values)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._inline = False

    def handle_data(self, data: str) -> None:
        if self._inline and data.strip():
            self._add("text in a script that is no data")

    def _check(self, tag: str, name: str, value: str, values: dict[str, str]) -> None:
        if name.startswith("on"):
            self._add(f"an event handler, {name}")
        elif name in ("style", "srcdoc"):
            self._add(f"a {name} attribute")
        elif name in _ADDRESSES:
            picture = tag in ("img", "image") and value.lower().startswith("data:image/")
            loads = tag in _LOADING and (tag != "link" or bool(set(values.get("rel", "").lower().split()) & _LINKS_THAT_LOAD))
            if _RUNS.match(value) and not picture:
                self._add(f"an address that runs, {value[:40]}")
            elif loads and _FOREIGN.match(value) and not picture:
                self._add(f"something of another origin, {value[:60]}")

    def _add(self, what: str) -> None:
        self.wrong.append(f"line {self.getpos()[0]}: {what}")


def violations(html: str) -> list[str]:
    """The policy violations of a page: what runs in it, or is fetched from another origin."""
    # Pages share nearly all other tags, so each is parsed once. A page is parsed whole where a tag violates the policy, where
    # a script has text, or where a tag does not end properly.
    tags = Counter(tag[0] for tag in _TAG.finditer(html))
    whole = tags.total() == sum(1 for _ in _OPENING.finditer(html)) and not _FILLED.search(html)
    if whole and all(_PLAIN.fullmatch(tag) or _clean(tag) for tag in tags):
        return []
    return _read(html)


@lru_cache(maxsize=100_000)
def _clean(tag: str) -> bool:
    return not _read(tag)


def _read(html: str) -> list[str]:
    seen = _Seen()
    seen.feed(html)
    seen.close()
    return seen.wrong
