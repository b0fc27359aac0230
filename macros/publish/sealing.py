"""Finds policy violations in a page before it is written: nothing in it may run but the site's own files.

A page whose tags are all plain, as templates write them, is read tag by tag, and each tag once, however many pages have it. Any other
page is parsed as browsers parse it. The policy in overrides/main.html stops in the browser what this stops in the build.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import unescape

from selectolax.lexbor import LexborHTMLParser, LexborNode

DATA_BLOCKS = {"application/json", "application/ld+json"}
"""Types of script elements that hold data. No browser runs them."""

FORBIDDEN = {"style", "iframe", "frame", "object", "embed", "applet", "base"}
_ADDRESSES = {"href", "src", "action", "formaction", "data", "xlink:href", "poster", "srcset", "ping", "background"}
_LOADING = {"script", "img", "link", "source", "video", "audio", "track", "input", "use", "image"}
_LINKS_THAT_LOAD = {"stylesheet", "icon", "preload", "prefetch", "modulepreload", "manifest", "preconnect", "dns-prefetch"}
_BLANKS = re.compile(r"[\x00-\x20]")  # Browsers leave them out of a scheme.
_RUNS = re.compile(r"(javascript|vbscript|data):", re.IGNORECASE)
_FOREIGN = re.compile(r"([a-z][a-z0-9+.-]*:|[/\\]{2})", re.IGNORECASE)
_TEMPLATE = re.compile("(</?)template", re.IGNORECASE)

_TAG = re.compile("<[^<>]*>")
_PLAIN = re.compile(r"""</?(?!script\b)[a-z][a-z0-9]*(?:\s+[a-zA-Z:-]+(?:="[^"<>]*")?)*\s*/?>""")
"""A tag that ends where it seems to for every parser. A script's is not: its text has to be seen with it."""

_RELATIVE = re.compile(r' href="\.\./[^"<>]*"')
"""A link within the site. What follows the dots is of no matter, so that links are seen as one and the same."""

_ATTRIBUTE = re.compile(r"""\s([a-zA-Z:-]+)(?:="([^"]*)")?""")


def violations(html: str, leads_to: str = "") -> list[str]:
    """The policy violations of a page: what runs in it, or is fetched from another origin.

    leads_to: the one address that it may lead on to by itself, where it is the page of a redirect.
    """
    tags = _TAG.findall(_RELATIVE.sub(' href="../"', html))
    found = [_of_tag(tag) for tag in dict.fromkeys(tags)]
    if not leads_to and len(tags) == html.count("<") and None not in found:
        return [what for each in found for what in each or ()]
    # A parser keeps the contents of a template apart, and a script may make them part of the page.
    page = LexborHTMLParser(_TEMPLATE.sub(r"\1div", html))
    return [what for node in page.css("*") for what in _of_element(node.tag or "", node.attributes, node, leads_to)]


@lru_cache(maxsize=5000)
def _of_tag(tag: str) -> tuple[str, ...] | None:
    if not _PLAIN.fullmatch(tag):
        return None
    name, *_ = tag.strip("</>").split(maxsplit=1)
    values = {key.lower(): unescape(value) for key, value in reversed(_ATTRIBUTE.findall(tag))}  # The first of a name counts.
    return tuple(_of_element(name, values))


def _of_element(tag: str, attributes: Mapping[str, str | None], node: LexborNode | None = None, leads_to: str = "") -> Iterator[str]:
    values = {name: value or "" for name, value in attributes.items()}
    text = node.text().strip() if node and tag == "script" else ""
    if tag in FORBIDDEN:
        yield f"a {tag} element"
    refresh = tag == "meta" and values.get("http-equiv", "").strip().lower() == "refresh"
    if refresh and not (leads_to and values.get("content") == f"0; url={leads_to}"):
        yield "a refresh"
    if tag == "script" and values.get("type") not in DATA_BLOCKS and (text or "src" not in values):
        yield f"an inline script, {text[:40]}"
    for name, value in values.items():
        yield from _of_attribute(tag, name, _BLANKS.sub("", value), values)


def _of_attribute(tag: str, name: str, value: str, values: Mapping[str, str]) -> Iterator[str]:
    if name.startswith("on"):
        yield f"an event handler, {name}"
    elif name in ("style", "srcdoc"):
        yield f"a {name} attribute"
    elif name in _ADDRESSES and not (tag in ("img", "image") and value.lower().startswith("data:image/")):
        loads = tag in _LOADING and (tag != "link" or bool(set(values.get("rel", "").lower().split()) & _LINKS_THAT_LOAD))
        if _RUNS.match(value):
            yield f"an address that runs, {value[:40]}"
        elif loads and _FOREIGN.match(value):
            yield f"something of another origin, {value[:60]}"
