"""Every file for programs, by its path on the site, and what the developers' page says about some of them."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from .. import addresses
from ..catalogue import Catalogue, Code
from . import exports
from .records import Api, compact, encode
from .shapes import schema
from .texts import Texts


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A file as the developers' page lists it."""

    path: str
    size: int
    integrity: str
    sha256: str


class ApiFiles:
    """The files of one catalogue for one address. `name`, `description` and `parts` are the site's; without the part "api" the files
    below api/ are left out.
    """

    def __init__(self, catalogue: Catalogue, site: str, name: str, description: str, parts: Collection[str] = ("api", "triage")) -> None:
        self._api, self._texts, self._parts = Api(catalogue, site), Texts(catalogue, site, name, description, parts), parts
        everything = self._api.codes()
        tables = {addresses.CSV: exports.codes_csv(everything.codes), addresses.UNLISTED_CSV: exports.unlisted_csv(everything.unlisted)}
        files = {
            addresses.ALL_CODES: compact(everything),
            addresses.SCHEMA: encode(schema(site)),
            **tables,
            addresses.DATA_PACKAGE: encode(exports.data_package(everything, tables)),
            addresses.PROPERTIES: self._texts.text("codes.properties.txt", everything=everything),
            addresses.PYTHON: self._texts.text("FaxStatus.py.txt"),
            addresses.TYPESCRIPT: self._texts.text("fax-status.ts.txt"),
            addresses.RUBY: self._texts.text("fax_status_codes.rb.txt"),
            addresses.CHANGES_JSON: encode(self._api.changes()),
            **{addresses.category_json(key): compact(self._api.category(each)) for key, each in catalogue.categories.items()},
            addresses.FEED: self._texts.text("feed.xml"),
            addresses.LLMS: self._texts.text("llms.md"),
            addresses.OPENSEARCH: self._texts.text("opensearch.xml"),
            addresses.ROBOTS: self._texts.text("robots.txt"),
        }
        self.whole: Mapping[str, str] = self._wanted(files)
        """The text of each file that is not about a single code, by its address."""

    def of(self, code: Code) -> dict[str, str]:
        """The files about one code, by their addresses: made on demand, so that those of ten thousand codes are never all in memory."""
        text = {addresses.code_text(code.key): self._texts.text("code.md", code=code)}
        return {addresses.code_json(code.key): compact(self._api.code(code))} | text if "api" in self._parts else text

    def _wanted(self, files: dict[str, str]) -> dict[str, str]:
        return {path: text for path, text in files.items() if "api" in self._parts or not path.startswith(addresses.API)}

    def file(self, path: str) -> PublishedFile:
        """A file of `whole` with its checksums, for vendoring. Raises KeyError for an unknown address."""
        raw = self.whole[path].encode()
        integrity = base64.b64encode(hashlib.sha384(raw).digest()).decode()
        return PublishedFile(path, len(raw), f"sha384-{integrity}", hashlib.sha256(raw).hexdigest())
