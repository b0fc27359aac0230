"""What the preview of `mkdocs serve` needs, and a published site does not: MkDocs' own hook, called once when it starts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from mkdocs.livereload import LiveReloadServer

POLICY = b'http-equiv="Content-Security-Policy"'
NO_POLICY = b'data-equiv="Content-Security-Policy"'  # As long as the policy's name: the length that the server announces stays true.


def on_serve(server: LiveReloadServer, **_: Any) -> LiveReloadServer:
    """Leaves out the policy of each page on its way to the browser: it would stop the inline script by which MkDocs reloads the page.

    The files are those of a build, to the byte.
    """
    serve: Callable[..., Iterable[bytes]] = server.serve_request

    def preview(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        return [b"".join(serve(environ, start_response)).replace(POLICY, NO_POLICY)]

    server.set_app(preview)
    return server
