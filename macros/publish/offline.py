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
from pathlib import Path
from urllib.parse import urlsplit
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from selectolax.lexbor import LexborHTMLParser

FOLDER = "fax-status-codes"
"""The folder in the zip."""

WITHOUT = {"404.html", "sitemap.xml", "sitemap.xml.gz"}
"""What only a server or a search engine reads. The 404 page is written for the site's own address."""

LICENSE = Path(__file__).resolve().parents[2] / "LICENSE"
"""The project's, which comes with every copy of it."""

INDEX = "search/search_index.json"
"""The text index that MkDocs makes, which becomes a script."""

CATALOGUE, TEXTS = "assets/js/catalogue.*.js", "assets/js/catalogue-*.js"
"""The catalogue, and the files of its texts, which nothing can load later: they become part of it."""

SAME_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip knows: the same site makes the same zip."""


def to_file(address: str) -> str:
    """An address below the site's root as the name of a file: a folder's is that of its index.html."""
    url = urlsplit(address)
    if url.scheme or url.netloc or not url.path or url.path.startswith("/") or url.path.split("/")[-1] not in ("", ".", ".."):
        return address
    return url._replace(path=f"{url.path.rstrip('/')}/index.html").geturl()


def page(html: str) -> str:
    """A page that works from a file. Raises ValueError where it names no search, for then nothing can be found."""
    tree = LexborHTMLParser(html)
    for policy in tree.css('meta[http-equiv="Content-Security-Policy"]'):
        policy.decompose()
    for name in ("href", "action"):
        for node in tree.css(f"[{name}]"):
            node.attrs[name] = to_file(node.attributes[name] or "")
    starting, first = tree.css("[data-worker]"), tree.css_first("body script[src]")
    if not starting or not first:
        raise ValueError("a page has no element with data-worker; expected that of the search: see overrides/partials/search.html")
    named = [node.attributes.get(f"data-{what}") or "" for node in starting for what in ("catalogue", "index", "worker")]
    for path in dict.fromkeys(filter(None, named)):
        script = tree.create_node("script")
        script.attrs["src"] = path.removesuffix("on") if path.endswith(".json") else path
        first.insert_before(script)
    return tree.html or ""


def pack(site: Path, target: Path) -> None:
    """Writes the zip."""
    texts = sorted(site.glob(TEXTS))
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()} | {LICENSE.name: LICENSE}
        for name, path in sorted(files.items()):
            content = path.read_bytes()
            if name in WITHOUT or path in texts or (path.suffix == ".html" and b'http-equiv="refresh"' in content):
                continue  # The last: nobody has an old address of a copy.
            if path.match(CATALOGUE):
                content += b"".join(each.read_bytes() for each in texts)
            elif name == INDEX:
                name, content = name.removesuffix("on"), b"self.faxIndex=" + content
            elif path.suffix == ".html":
                content = page(content.decode()).encode()
            entry = ZipInfo(f"{FOLDER}/{name}", SAME_TIME)
            entry.external_attr = 0o644 << 16  # readable for everybody once it is unpacked
            archive.writestr(entry, content, ZIP_DEFLATED)


if __name__ == "__main__":
    pack(Path(sys.argv[1]), Path(sys.argv[2]))
