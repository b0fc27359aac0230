"""Makes a copy of the built site that anyone can open without a server, as one zip: `make offline`.

It works on what was built and not in the build, so that the site itself knows nothing of it. A page opened from a file
lacks three things that a server gives:

- an address that ends in "/" names a folder there: every such link gets its index.html;
- a worker may not start and nothing can be fetched: what an element would start or fetch, which its data-worker, data-catalogue and
  data-index say, the page brings along as scripts;
- 'self' means nothing to a policy: it is left out. There is no other site's data to guard, and no request leaves the file.
"""

from __future__ import annotations

import sys
from html import escape
from html.parser import HTMLParser
from itertools import accumulate
from pathlib import Path
from urllib.parse import urlsplit
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FOLDER = "fax-status-codes"
"""The folder in the zip."""

WITHOUT = {"404.html", "sitemap.xml", "sitemap.xml.gz"}
"""What only a server or a search engine reads. The 404 page is written for the site's own address."""

INDEX = "search/search_index.json"
"""The text index that MkDocs makes, which becomes a script."""

SAME_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip knows: the same site makes the same zip."""


class _Page(HTMLParser):
    """Copies a page and changes those of its start tags that need it."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self._html, self._copied = html, 0
        self._lines = [0, *accumulate(len(line) + 1 for line in html.split("\n"))]
        self._scripts: dict[str, None] = {}  # that the page has to load before its next one
        self.parts: list[str] = []
        self.brought = 0
        self.feed(html)
        self.close()
        self.parts.append(html[self._copied :])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if values.get("http-equiv") == "Content-Security-Policy":
            self._replace("")
        elif tag == "script" and "src" in values:
            self._replace("".join(f'<script src="{escape(path)}"></script>\n' for path in self._scripts) + (self.get_starttag_text() or ""))
            self._scripts.clear()
        elif "data-worker" in values:
            scripts = [values.get("data-catalogue"), values.get("data-index", "").replace(".json", ".js"), values["data-worker"]]
            self._scripts |= {path: None for path in scripts if path}
            self.brought += 1
        else:
            changed = {name: to_file(values[name]) for name in ("href", "action") if name in values}
            if any(values[name] != path for name, path in changed.items()):
                self._replace(" ".join([f"<{tag}", *(f'{name}="{escape(value)}"' for name, value in (values | changed).items())]) + ">")

    def _replace(self, text: str) -> None:
        line, column = self.getpos()
        start = self._lines[line - 1] + column
        self.parts += (self._html[self._copied : start], text)
        self._copied = start + len(self.get_starttag_text() or "")


def to_file(address: str) -> str:
    """An address below the site's root as the name of a file: a folder's is that of its index.html."""
    url = urlsplit(address)
    if url.scheme or url.netloc or not url.path or url.path.startswith("/") or url.path.split("/")[-1] not in ("", ".", ".."):
        return address
    return url._replace(path=f"{url.path.rstrip('/')}/index.html").geturl()


def page(html: str) -> str:
    """A page that works from a file. Raises ValueError where it names no search, for then nothing can be found."""
    copy = _Page(html)
    if not copy.brought:
        raise ValueError("a page has no element with data-worker; expected that of the search: see overrides/partials/search.html")
    return "".join(copy.parts)


def contents(site: Path) -> dict[str, bytes]:
    """The files of the copy, by their paths in it."""
    files: dict[str, bytes] = {}
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        name = path.relative_to(site).as_posix()
        if name == INDEX:
            files[name.replace(".json", ".js")] = b"self.faxIndex=" + path.read_bytes()
        elif path.suffix == ".html" and name not in WITHOUT:
            files[name] = page(path.read_text(encoding="utf-8")).encode()
        elif name not in WITHOUT:
            files[name] = path.read_bytes()
    return files


def pack(site: Path, target: Path) -> None:
    """Writes the zip."""
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in contents(site).items():
            entry = ZipInfo(f"{FOLDER}/{name}", SAME_TIME)
            entry.external_attr = 0o644 << 16  # readable for everybody once it is unpacked
            archive.writestr(entry, content, ZIP_DEFLATED)


if __name__ == "__main__":
    pack(Path(sys.argv[1]), Path(sys.argv[2]))
