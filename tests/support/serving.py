"""A small web server for a built site, below a path and with gzip and a 404 page, as the forge's pages have them."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread

COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv", ".md", ""}


class Handler(SimpleHTTPRequestHandler):
    """Serves `directory` below `prefix`; everything else is the site's 404 page."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else each body waits 40 ms for the receipt of its head

    def __init__(self, *args: object, prefix: str, **kwargs: object) -> None:
        self.prefix = prefix
        super().__init__(*args, **kwargs)

    def translate_path(self, path: str) -> str:
        """Outside the prefix there is nothing."""
        if not path.startswith(self.prefix):
            return str(Path(self.directory) / "nothing-stands-here")
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def send_head(self):
        """Sends the head and returns the body: gzipped where the browser takes it, never a list of files."""
        if not self.path.startswith(self.prefix):
            return self._body(404, Path(self.directory) / "404.html")
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            address, mark, query = self.path.partition("?")
            if not address.endswith("/"):
                self.send_response(301)
                self.send_header("Location", f"{address}/{mark}{query}")
                self.send_header("Content-Length", "0")
                self.end_headers()
                return None
            path /= "index.html"
        return self._body(200, path) if path.is_file() else self._body(404, Path(self.directory) / "404.html")

    def content(self, path: Path) -> bytes:
        """What is sent of a file."""
        return path.read_bytes()

    def _body(self, status: int, path: Path) -> BytesIO:
        body = self.content(path)
        packed = path.suffix in COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", "")
        if packed:
            body = gzip.compress(body, mtime=0)
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def log_message(self, *args: object) -> None:
        """Says nothing: a test that fails says what it saw."""


class Server(ThreadingHTTPServer):
    """Serves each request in a thread of its own; a browser that hangs up in the middle of an answer is no fault."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Reports an exception, as every server does, but not a browser that hung up."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serving(directory: Path, prefix: str = "/", handler: Callable[..., Handler] = Handler) -> Iterator[str]:
    """Serves a built site on this machine while the block runs; gives the address of its root, with a slash at its end."""
    server = Server(("127.0.0.1", 0), partial(handler, directory=str(directory), prefix=prefix))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
