"""WebDriver BiDi, the protocol that Firefox itself speaks: commands and their answers, and the events between them."""

from __future__ import annotations

import json
import time
from collections import deque

import websocket

from tests.support.engines.engine import PATIENCE, EngineError


class Connection:
    """A session with a browser."""

    def __init__(self, address: str) -> None:
        try:
            self._socket = websocket.create_connection(address, timeout=PATIENCE, suppress_origin=True)
        except (OSError, websocket.WebSocketException) as error:
            raise EngineError(f"no connection: {error}") from error
        self._count = 0
        self.events: deque[dict] = deque()
        self.send("session.new", capabilities={"alwaysMatch": {"unhandledPromptBehavior": {"default": "dismiss"}}})

    def send(self, method: str, **parameters: object) -> dict:
        """Sends a command and gives its result."""
        self._count += 1
        until = time.monotonic() + PATIENCE
        try:
            self._socket.send(json.dumps({"id": self._count, "method": method, "params": parameters}))
            while time.monotonic() < until:
                message = json.loads(self._socket.recv())
                if message["type"] == "event":
                    self.events.append(message)
                elif message.get("id") == self._count:
                    if message["type"] == "error":
                        raise EngineError(f"{method}: {message['error']}: {message['message']}")
                    return message["result"]
        except (OSError, ValueError, websocket.WebSocketException) as error:
            raise EngineError(f"{method}: {error}") from error
        raise EngineError(f"{method}: no answer within {PATIENCE} s")

    def close(self) -> None:
        """Hangs up."""
        self._socket.close(timeout=1)
