"""The same pages as somebody would write them by hand, in Markdown: one for each code and category, and one table of all codes."""

from __future__ import annotations

from macros.catalogue import Catalogue, Category, Code

HEAD = "| Outcome | Code | Label | Category | What it means |\n|---|---|---|---|---|\n"


def pages(catalogue: Catalogue) -> dict[str, str]:
    """The source of each page by its path, without front matter. Links are relative, from file to file."""
    result = {f"codes/{code.key}.md": _code(catalogue, code) for code in catalogue.codes.values()}
    result |= {f"categories/{category.key}.md": _category(catalogue, category) for category in catalogue.categories.values()}
    result["codes/index.md"] = "# All codes\n\n" + _table(list(catalogue.codes.values()), "")
    facts = "\n".join(f"- {fact.statement.text}" for fact in catalogue.facts)
    for name in ("index", "legend", "about", "lookup", "integrate", "changes"):
        result[f"{name}.md"] = f"# {name.title()}\n\n{facts}\n"
    return result


def _table(codes: list[Code], up: str) -> str:
    def row(code: Code) -> str:
        category = f"[{code.category.name}](../categories/{code.category.key}.md)"
        return f"| {code.outcome.name} | [{code.key}]({up}{code.key}.md) | {code.label} | {category} | {code.meaning.text} |\n"

    return HEAD + "".join(map(row, codes))


def _category(catalogue: Catalogue, category: Category) -> str:
    return f"# {category.name}\n\n{category.summary.text}\n\n{category.advice.text}\n\n" + _table(catalogue.codes_in(category), "../codes/")


def _code(catalogue: Catalogue, code: Code) -> str:
    before, after = catalogue.neighbours(code)
    parts = [
        f"# {code.key} {code.label}",
        f"**{code.outcome.name}** · [{code.category.name}](../categories/{code.category.key}.md)",
        f"## Final or still changing?\n\n{code.outcome.meaning.text}",
        f"## Did pages arrive?\n\n{code.arrival.answer}. {code.arrival.explanation.text}",
        f"## What to do now\n\n{code.action.text if code.action else ''}\n\n{code.category.advice.text}",
        f"## Whom to ask\n\n{code.category.contact.text}",
        f"## What it means\n\n{code.meaning.text}",
        f"> {code.category.note.text}" if code.category.note else "",
    ]
    if facts := catalogue.facts_about(code):
        parts.append("## What other pages add\n\n" + "\n".join(f"- {fact.statement.text} *{fact.source.title}*" for fact in facts))
    if code.cause:
        parts.append(f"## In ITU-T Q.850\n\n{code.cause.name} {code.cause.remark}")
    if alike := catalogue.same_text(code):
        parts.append("## Codes with the same meaning\n\n" + "\n".join(f"- [{other.key} {other.label}]({other.key}.md)" for other in alike))
    parts += [f"[{name} {other.key}]({other.key}.md)" for name, other in (("Previous", before), ("Next", after)) if other]
    return "\n\n".join(filter(None, parts)) + "\n"
