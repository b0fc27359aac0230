"""What templates compile to, kept for the next build in the same process: a preview builds after every edit."""

from __future__ import annotations

from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class Compiled(BytecodeCache):
    """The code of templates by their file, source and escaping. Only in memory: nothing that somebody else wrote is ever run."""

    def __init__(self) -> None:
        self._codes: dict[tuple[object, ...], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives a template the code that was kept for it, if it was."""
        bucket.code = self._codes.get(_key(bucket))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the code of a template."""
        self._codes[_key(bucket)] = bucket.code


def _key(bucket: Bucket) -> tuple[object, ...]:
    return bucket.key, bucket.checksum, bucket.environment.autoescape, bucket.environment.finalize


COMPILED = Compiled()
