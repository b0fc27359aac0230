"""How every template of this package is set up, and where what it compiles to is kept for the next build."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from jinja2.bccache import Bucket
from jinja2.runtime import Context

FOLDER = Path(__file__).parent.parent / ".cache" / "templates"


class Compiled(jinja2.FileSystemBytecodeCache):
    """The code of templates, in .cache/. `environment` names the settings that they are compiled with: others make other code of a file."""

    def __init__(self, environment: str) -> None:
        super().__init__(str(FOLDER), f"{environment}-{jinja2.__version__}-%s")

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the code of a template, where the folder can be written to."""
        with suppress(OSError):
            FOLDER.mkdir(parents=True, exist_ok=True)
            super().dump_bytecode(bucket)


class Direct(Context):
    """Calls functions without asking first whether they want a context: none does, and asking took a tenth of a build."""

    def call(self, function: Callable[..., Any], /, *values: Any, _loop_vars: Any = None, _block_vars: Any = None, **named: Any) -> Any:
        """What the function returns for these values."""
        return function(*values, **named)


class Templates(jinja2.Environment):
    """The templates of a folder. `name` is that of the settings, as above; `options` are Jinja's."""

    context_class = Direct

    def __init__(self, name: str, folder: Path, **options: Any) -> None:
        super().__init__(
            loader=jinja2.FileSystemLoader(folder),
            undefined=jinja2.StrictUndefined,
            auto_reload=False,
            bytecode_cache=Compiled(name),
            trim_blocks=True,
            lstrip_blocks=True,
            **options,
        )
        self.named = cache(self.get_template)
        """A template by its name; looking it up in Jinja takes as long as filling a small one."""
