"""Every file that is published beside the pages, by its place on the site, as text. What hands them to MkDocs is pages.py."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from . import constants, exports
from .api import Api, encode, json_address, text_address
from .model import Catalogue
from .schema import schema
from .texts import Texts


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A file as the guide lists it: where it stands, how large it is, and what its bytes sum up to."""

    path: str
    size: int
    integrity: str
    sha256: str


class Published:
    """The files of one catalogue for one address. `name` and `description` are the site's."""

    def __init__(self, catalogue: Catalogue, site: str, name: str, description: str) -> None:
        self._catalogue, self._site = catalogue, site
        self._texts = Texts(catalogue, site, name, description)

    @cached_property
    def files(self) -> Mapping[str, str]:
        """The text of each file by its place on the site; what the guide names by hand comes first."""
        api, catalogue, site = Api(self._catalogue, self._site), self._catalogue, self._site
        everything = api.codes()
        tables = {"codes.csv": exports.codes_csv(everything.codes), "unlisted.csv": exports.unlisted_csv(everything.unlisted)}
        return MappingProxyType(
            {
                "api/codes.json": encode(everything),
                "api/schema.json": encode(schema(site)),
                **{f"api/{name}": text for name, text in tables.items()},
                "api/datapackage.json": encode(exports.data_package(everything, tables)),
                "api/codes.properties": exports.properties(everything),
                "api/FaxStatus.py": constants.python(catalogue, site),
                "api/fax-status.ts": constants.typescript(catalogue, site),
                **{json_address(code): encode(api.code(code)) for code in catalogue.codes.values()},
                **{text_address(code): self._texts.code(code) for code in catalogue.codes.values()},
                "feed.xml": self._texts.feed(),
                "llms.txt": self._texts.llms(),
                "opensearch.xml": self._texts.opensearch(),
                "robots.txt": self._texts.robots(),
            }
        )

    def file(self, path: str) -> PublishedFile:
        """One file with its sums, for vendoring. An unknown path is an error: KeyError."""
        raw = self.files[path].encode()
        integrity = base64.b64encode(hashlib.sha384(raw).digest()).decode()
        return PublishedFile(path, len(raw), f"sha384-{integrity}", hashlib.sha256(raw).hexdigest())
