"""Takes from npm's locks what npm writes besides names, versions and checksums: where a package asks for money.

A lock holds no address. `make lock` runs this after npm has written.
"""

from __future__ import annotations

import json

from tests.support.programs import ROOT

NPM_LOCKS = sorted([*ROOT.glob("package-lock.json"), *ROOT.glob("*/package-lock.json")])


def main() -> None:
    """Writes both locks anew."""
    for path in NPM_LOCKS:
        lock = json.loads(path.read_text(encoding="utf-8"))
        for package in lock["packages"].values():
            package.pop("funding", None)
        path.write_text(json.dumps(lock, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
