"""Every file that is published beside the pages, by its place on the site, as text. What hands them to MkDocs is pages.py."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from jinja2 import BytecodeCache

from .. import addresses
from ..catalogue.model import Catalogue
from ..catalogue.values import Code
from . import constants, exports
from .records import Api, encode
from .schema import schema
from .texts import Texts


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A file as the guide lists it: where it stands, how large it is, and what its bytes sum up to."""

    path: str
    size: int
    integrity: str
    sha256: str


class _Made(Mapping[str, str]):
    """Texts by path, each made anew when it is asked for: those of ten thousand codes need not wait in memory."""

    def __init__(self, makers: Mapping[str, Callable[[], str]]) -> None:
        self._makers = makers

    def __getitem__(self, path: str) -> str:
        return self._makers[path]()

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)


def _json(api: Api, code: Code) -> str:
    return encode(api.code(code))


class Published:
    """The files of one catalogue for one address. `name` and `description` are the site's."""

    def __init__(self, catalogue: Catalogue, site: str, name: str, description: str, compiled: BytecodeCache | None = None) -> None:
        self._catalogue, self._site = catalogue, site
        self._texts = Texts(catalogue, site, name, description, compiled)

    @cached_property
    def files(self) -> Mapping[str, str]:
        """The text of each file by its place on the site; what the guide names by hand comes first."""
        api, catalogue, texts = Api(self._catalogue, self._site), self._catalogue, self._texts
        makers: dict[str, Callable[[], str]] = {path: partial(str, text) for path, text in self._whole(api).items()}
        for code in catalogue.codes.values():
            makers[addresses.code_json(code.key)] = partial(_json, api, code)
            makers[addresses.code_text(code.key)] = partial(texts.code, code)
        makers |= {"feed.xml": texts.feed, "llms.txt": texts.llms, "opensearch.xml": texts.opensearch, "robots.txt": texts.robots}
        return _Made(makers)

    def _whole(self, api: Api) -> dict[str, str]:
        catalogue, site, everything = self._catalogue, self._site, api.codes()
        tables = {"codes.csv": exports.codes_csv(everything.codes), "unlisted.csv": exports.unlisted_csv(everything.unlisted)}
        return {
            "api/codes.json": encode(everything),
            "api/schema.json": encode(schema(site)),
            **{f"api/{name}": text for name, text in tables.items()},
            "api/datapackage.json": encode(exports.data_package(everything, tables)),
            "api/codes.properties": exports.properties(everything),
            "api/FaxStatus.py": constants.python(catalogue, site),
            "api/fax-status.ts": constants.typescript(catalogue, site),
        }

    def file(self, path: str) -> PublishedFile:
        """One file with its sums, for vendoring. An unknown path is an error: KeyError."""
        raw = self.files[path].encode()
        integrity = base64.b64encode(hashlib.sha384(raw).digest()).decode()
        return PublishedFile(path, len(raw), f"sha384-{integrity}", hashlib.sha256(raw).hexdigest())
