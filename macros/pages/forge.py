"""The forge that holds the project's repository: where a visitor edits a row or reports what is wrong with a page."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlsplit

FORGES = {
    "github": ("edit/{branch}/{file}", "issues/new?template=data-correction.yml&title=Data%3A%20{about}&code={about}&page={page}"),
    "gitlab": ("-/edit/{branch}/{file}", "-/issues/new?issue%5Btitle%5D=Data%3A%20{about}&issue%5Bdescription%5D={page}"),
    "gitea": ("_edit/{branch}/{file}", "issues/new?title=Data%3A%20{about}&body={page}"),
}
"""By type of forge, below a repository: the editor of a file, and a new report. The fields of GitHub's are in .github/ISSUE_TEMPLATE/."""


@dataclass(frozen=True, slots=True)
class Forge:
    """A repository and its site. Where no repository is set, `repository` is empty and nothing may link to it.

    repository: its URL. branch: the one that the site is built from. site: the URL of the site's root.
    type: a key of FORGES; empty for that whose name is in the host's name, or GitHub.
    """

    repository: str = ""
    branch: str = "main"
    type: str = ""
    site: str = ""

    def editor(self, file: str, line: int = 0) -> str:
        """The URL at which a file of the repository is edited, at one of its lines (from 1) where a line is given."""
        return self._url(0, branch=self.branch, file=file) + (f"#L{line}" if line else "")

    def report(self, about: str, path: str) -> str:
        """The URL of a new report about a code or a category, whose page is at a path from the root of the site."""
        return self._url(1, about=about, page=self.site + path)

    def _url(self, which: int, **values: str) -> str:
        host = urlsplit(self.repository).netloc
        type_ = self.type or next((name for name in FORGES if name in host), "github")
        safe = "" if which else "/"
        quoted = {name: quote(value, safe=safe) for name, value in values.items()}
        return f"{self.repository.rstrip('/')}/{FORGES[type_][which].format(**quoted)}"
