"""A site with a script of the tests' in front of each page, which tells the server what goes wrong: WebKit's console cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from tests.support.serving import Handler, serving

NAME = "watch.js"
SCRIPT = b"""{
  const place = document.currentScript.src;
  const tell = (...words) => {
    const request = new XMLHttpRequest();
    request.open("POST", place, false); // told before anything else happens
    request.send(words.join(" "));
  };
  for (const level of ["error", "warn"]) console[level] = (...words) => tell("console:", ...words);
  addEventListener("securitypolicyviolation", (event) => tell("policy:", event.violatedDirective, event.blockedURI));
  addEventListener("unhandledrejection", (event) => tell("rejection:", event.reason));
  addEventListener("error", (event) => tell("error:", event.message ?? event.target.outerHTML), true);
}"""


class Watching(Handler):
    """Puts the script into every page, and hears what it tells."""

    def __init__(self, *args: object, heard: list[str], **kwargs: object) -> None:
        self.heard = heard
        super().__init__(*args, **kwargs)

    def content(self, path: Path) -> bytes:
        """A page has the script right after its policy, which allows scripts of its own site."""
        body = super().content(path)
        if path.suffix != ".html":
            return body
        head, policy, rest = body.partition(b'trusted-types default">')
        assert policy, f"{path} has no policy"
        return head + policy + f'<script src="{self.prefix}{NAME}"></script>'.encode() + rest

    def do_GET(self) -> None:  # noqa: N802
        """Answers with a file of the site, or with the script."""
        if self.path != self.prefix + NAME:
            return super().do_GET()
        self._answer(SCRIPT)

    def do_POST(self) -> None:  # noqa: N802
        """Hears what a page tells."""
        self.heard.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self._answer(b"")

    def _answer(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/javascript")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def watching(directory: Path, prefix: str) -> Iterator[tuple[str, list[str]]]:
    """Serves a site while the block runs; gives its address, and what its pages told, which grows."""
    heard: list[str] = []
    with serving(directory, prefix, partial(Watching, heard=heard)) as root:
        yield root, heard
