"""Wrong cells of codes.csv and of what its rows refer to, and what is reported: numbers, order, words, footnotes."""

from __future__ import annotations

from tests.support.tables import added, case, cell, cells, line, moved, without

NUMBER = "expected a whole number as the vendor prints it, or other-negative, without sign +, leading zeros or marks"
WHOLE = "expected a whole number, without sign +, leading zeros or marks"
KINDS = "stated, derived, advice, unknown"

NUMBERS = (
    *(
        case(f"code {name}", "codes", cell("502", "code", value), f"codes.csv:10: code '{value}' is not an integer; {NUMBER}")
        for name, value in (
            ("minus zero", "-0"),
            ("leading zeros", "007"),
            ("plus", "+5"),
            ("float", "502.0"),
            ("exponent", "1.5E+05"),
            ("thousands", "150 000"),
            ("unicode minus", "\u221230"),
            ("full-width digits", "\uff15\uff10\uff12"),
            ("hexadecimal", "0x1f6"),
            ("word", "busy"),
            ("of no computer", "9" * 16),
            ("formula", "=502"),
        )
    ),
    case(
        "code twice",
        "codes",
        line(10, lambda row: row + b"\n" + row),
        "codes.csv:11: code '502' stands already on line 10; expected every key once",
    ),
    case("cause of a word", "q850", cell("12", "cause", "five"), f"q850.csv:4: cause 'five' is not an integer; {WHOLE}"),
    case("column of a word", "states", cell("failed", "column", "x"), f"states.csv:8: column 'x' is not an integer; {WHOLE}"),
)

ORDER = (
    case(
        "positive codes swapped",
        "codes",
        moved("4090", "4081"),
        "codes.csv:12: code 4081 stands after 4090; expected ascending order from zero on",
    ),
    case(
        "negative after zero",
        "codes",
        moved("-30", "371"),
        "codes.csv:8: code -30 stands after 0; expected negative numbers first, then other-negative",
    ),
    case(
        "negative after the rule",
        "codes",
        moved("-30", "0"),
        "codes.csv:7: code -30 stands after other-negative; expected negative numbers first, then other-negative",
    ),
    case(
        "negative after zero, before the rule",
        "codes",
        cells(moved("0", "other-negative"), moved("-30", "other-negative")),
        "codes.csv:7: code -30 stands after 0; expected negative numbers first, then other-negative",
    ),
    case("zero after another", "codes", moved("0", "502"), "codes.csv:9: code 0 stands after 371; expected ascending order from zero on"),
    case(
        "rule after zero",
        "codes",
        moved("other-negative", "371"),
        "codes.csv:8: the rule other-negative stands after 0; expected it before zero",
    ),
    case(
        "rule not there",
        "codes",
        cells(without("other-negative")),
        "codes.csv:18: no row 'other-negative' was found up to here; expected the rule for other negative numbers as a row",
        "states.csv:2: no code 'other-negative'; expected one of: -17, -15, -4, -6, -30, "
        "0, 371, 502, 4081, 4090, 4230, 4240, 4852, 4856, 6007, 6009, 91000",
    ),
    case(
        "causes swapped",
        "q850",
        moved("13", "12"),
        "q850.csv:5: cause 12 stands after cause 13; expected every cause once, in ascending order",
    ),
    case(
        "cause twice",
        "q850",
        line(4, lambda row: row + b"\n" + row),
        "q850.csv:5: cause 12 stands after cause 12; expected every cause once, in ascending order",
    ),
)

WORDS = (
    case(
        "outcome against the sign",
        "codes",
        cell("502", "outcome", "success"),
        "codes.csv:10: outcome 'success' contradicts the sign of 502; expected the outcome of positive numbers",
    ),
    case(
        "outcome against zero",
        "codes",
        cell("0", "outcome", "failure"),
        "codes.csv:8: outcome 'failure' contradicts the sign of 0; expected the outcome of zero numbers",
        "outcomes.csv:3: outcome 'success' is used nowhere; expected a code with this outcome, or no row",
        "states.csv:5: code 0 is 'failure', its state is 'success'; expected the same outcome",
    ),
    case(
        "outcome against the rule",
        "codes",
        cell("other-negative", "outcome", "failure"),
        "codes.csv:7: outcome 'failure' contradicts the sign of other-negative; expected the outcome of negative numbers",
        "states.csv:2: code other-negative is 'failure', its state is 'in-process'; expected the same outcome",
    ),
    case("unknown outcome", "codes", cell("502", "outcome", "failur"), "codes.csv:10: no outcome 'failur'; did you mean 'failure'?"),
    case(
        "unknown outcome of a code in the picture",
        "codes",
        cell("-4", "outcome", "in-proces"),
        "codes.csv:4: no outcome 'in-proces'; did you mean 'in-process'?",
    ),
    case("unknown category", "codes", cell("4852", "category", "bussy"), "codes.csv:15: no category 'bussy'; did you mean 'busy'?"),
    case(
        "unknown category of a meaning's owner",
        "codes",
        cell("371", "category", "bussy"),
        "codes.csv:9: no category 'bussy'; did you mean 'busy'?",
    ),
    case("category in capitals", "codes", cell("4852", "category", "BUSY"), "codes.csv:15: no category 'BUSY'; did you mean 'busy'?"),
    case(
        "unlike any category",
        "codes",
        cell("4852", "category", "xyz"),
        "codes.csv:15: no category 'xyz'; "
        "expected one of: in-progress, sent, credit, canceled, busy, no-answer, number, telephony, incompatibility",
    ),
    case("unknown arrival", "codes", cell("502", "arrival", "unknwon"), "codes.csv:10: no arrival 'unknwon'; did you mean 'unknown'?"),
    case(
        "unknown documented_by",
        "codes",
        cell("4090", "documented_by", "notes"),
        "codes.csv:12: no documented_by 'notes'; did you mean 'note'?",
    ),
    case("unknown kind", "arrivals", cell("all", "provenance", "statd"), "arrivals.csv:2: no provenance 'statd'; did you mean 'stated'?"),
    case(
        "unknown kind of an arrow",
        "transitions",
        cell("ready", "provenance", "derivd"),
        "transitions.csv:3: no provenance 'derivd'; did you mean 'derived'?",
    ),
    case(
        "kind renamed",
        "provenances",
        cell("stated", "provenance", "state"),
        "provenances.csv:2: no provenance 'state'; did you mean 'stated'?",
    ),
    case(
        "kind not there",
        "provenances",
        without("advice"),
        f"provenances.csv:4: no provenance 'advice' was found up to here; expected {KINDS}",
    ),
    case(
        "kind added",
        "provenances",
        added("rumour,Rumour,Somebody says so.\n"),
        "provenances.csv:6: no provenance 'rumour'; expected one of: stated, derived, advice, unknown",
    ),
    case(
        "unknown source",
        "facts",
        cell("landing-bell", "source", "general-question"),
        "facts.csv:3: no source 'general-question'; did you mean 'general-questions'?",
    ),
    case(
        "source of the codes not there",
        "sources",
        without("status-codes"),
        "sources.csv:4: no source 'status-codes' was found up to here; expected the source of a whole table",
    ),
    case("unknown state", "transitions", cell("ready", "to", "sendin"), "transitions.csv:3: no state 'sendin'; did you mean 'sending'?"),
    case(
        "unknown state at the start",
        "transitions",
        cell("ready", "from", "redy"),
        "transitions.csv:3: no state 'redy'; did you mean 'ready'?",
    ),
    case(
        "unknown outcome of a state",
        "states",
        cell("ready", "outcome", "in-proces"),
        "states.csv:3: no outcome 'in-proces'; did you mean 'in-process'?",
    ),
    case("unknown code of a state", "states", cell("ready", "codes", "-40"), "states.csv:3: no code '-40'; did you mean '-4'?"),
    case("unknown sign", "outcomes", cell("success", "sign", "zro"), "outcomes.csv:3: no sign 'zro'; did you mean 'zero'?"),
    case(
        "unknown line",
        "outcomes",
        cell("success", "line", "dotted"),
        "outcomes.csv:3: no line 'dotted'; expected one of: dashed, solid, double",
    ),
    case(
        "unknown answer to final",
        "outcomes",
        cell("in-process", "final", "maybe"),
        "outcomes.csv:2: no final 'maybe'; expected one of: yes, no",
    ),
    case("unknown icon", "outcomes", cell("success", "icon", "chek"), "outcomes.csv:3: no icon 'chek'; did you mean 'check'?"),
    case("unknown verdict", "q850", cell("7", "verdict", "agree"), "q850.csv:2: no verdict 'agree'; did you mean 'agrees'?"),
    case(
        "unknown footnote mark",
        "categories",
        cell("telephony", "note_mark", "(1)"),
        "categories.csv:9: no footnote mark '(1)'; expected a mark such as *, ** or †, or nothing",
    ),
    case(
        "unknown step of a category", "categories", cell("busy", "next", "wayt"), "categories.csv:6: no step 'wayt'; did you mean 'wait'?"
    ),
    case("unknown step of an outcome", "outcomes", cell("success", "next", "doen"), "outcomes.csv:3: no step 'doen'; did you mean 'done'?"),
    case("unknown step of a code", "codes", cell("371", "next", "wayt"), "codes.csv:9: no step 'wayt'; did you mean 'wait'?"),
    case(
        "unknown resend",
        "next_steps",
        cell("wait", "resend", "never"),
        "next_steps.csv:2: no resend 'never'; expected one of: yes, no, after, unknown",
    ),
    case("unknown icon of a step", "next_steps", cell("done", "icon", "chek"), "next_steps.csv:3: no icon 'chek'; did you mean 'check'?"),
    case(
        "fax sent twice",
        "codes",
        cell("-4", "next", "try-again"),
        "codes.csv:4: next 'try-again' sends a fax again that is still in process; "
        "expected a step with resend no: the fax may go out twice",
    ),
    case(
        "key not fit for an address",
        "arrivals",
        added("Spelled Out,An answer,An explanation.,stated\n"),
        "arrivals.csv:11: 'Spelled Out' cannot be part of an address; expected a-z, 0-9 and single hyphens",
        "arrivals.csv:11: arrival 'Spelled Out' is used nowhere; expected a code with this answer, or no row",
    ),
    case(
        "key too long for the name of a folder",
        "arrivals",
        added(f"{'a' * 81},An answer,An explanation.,stated\n"),
        f"arrivals.csv:11: arrival '{'a' * 81}' is used nowhere; expected a code with this answer, or no row",
        f"arrivals.csv:11: the key '{'a' * 20}…' has 81 characters; expected at most 80",
    ),
    case(
        "key twice",
        "arrivals",
        added("unknown,An answer,An explanation.,stated\n"),
        "arrivals.csv:11: arrival 'unknown' stands already on line 10; expected every key once",
    ),
    case(
        "name of a category twice",
        "categories",
        cell("busy", "name", "CANCELED"),
        "categories.csv:6: name 'CANCELED' stands already on line 5; expected it once",
    ),
    case(
        "footnote mark twice",
        "categories",
        cell("incompatibility", "note_mark", "*"),
        "categories.csv:10: note_mark '*' stands already on line 9; expected it once",
    ),
    case(
        "unused category",
        "categories",
        added("fun,Fun,No code is fun.,,,wait,Laugh.,Nobody.,\n"),
        "categories.csv:11: category 'fun' is used nowhere; expected a code in this category, or no row",
    ),
    case(
        "unused outcome",
        "outcomes",
        lambda raw: raw + raw.splitlines(keepends=True)[3].replace(b"failure,Lost", b"doubt,Doubt"),
        "outcomes.csv:5: 2 outcomes have the sign 'positive'; expected exactly one",
        "outcomes.csv:5: outcome 'doubt' is used nowhere; expected a code with this outcome, or no row",
    ),
    case(
        "unused step",
        "next_steps",
        added("rest,Rest,clock,no,Pigeons get tired.\n"),
        "next_steps.csv:9: step 'rest' is used nowhere; expected a code, category or outcome with this step, or no row",
    ),
    case(
        "unused arrival",
        "arrivals",
        added("half,Half,Half of them.,derived\n"),
        "arrivals.csv:11: arrival 'half' is used nowhere; expected a code with this answer, or no row",
    ),
    case(
        "unused source",
        "sources",
        added("rumour,A rumour,Somebody,,2026-11\n"),
        "sources.csv:6: source 'rumour' is used nowhere; expected a fact from this source, or no row",
    ),
    case(
        "unused state",
        "states",
        added("limbo,Limbo,in-process,,3,3,Nobody comes here.\n"),
        "states.csv:10: state 'limbo' is used nowhere; expected an arrow to or from this state, or no row",
    ),
    case(
        "one sign twice",
        "outcomes",
        cell("success", "sign", "positive"),
        "codes.csv:8: outcome 'success' contradicts the sign of 0; expected the outcome of zero numbers",
        "outcomes.csv:4: 0 outcomes have the sign 'zero'; expected exactly one",
        "outcomes.csv:4: 2 outcomes have the sign 'positive'; expected exactly one",
    ),
    case(
        "search word in capitals",
        "codes",
        cell("371", "synonyms", "busy signal; Line"),
        "codes.csv:9: 'Line' in synonyms is not a search word; expected lower-case words separated by '; '",
    ),
    case(
        "search words without a space",
        "codes",
        cell("371", "synonyms", "busy signal;line"),
        "codes.csv:9: 'busy signal;line' in synonyms is not a search word; expected lower-case words separated by '; '",
    ),
    case(
        "search word of nothing",
        "categories",
        cell("busy", "synonyms", "engaged; ; occupied"),
        "categories.csv:6: '' in synonyms is not a search word; expected lower-case words separated by '; '",
    ),
    case(
        "not a month",
        "sources",
        cell("general-questions", "retrieved", "2026-13"),
        "sources.csv:3: '2026-13' is not a month; expected YYYY-MM, when the page was read",
    ),
    case(
        "not a web address",
        "sources",
        cell("general-questions", "url", "javascript:alert(1)"),
        "sources.csv:3: 'javascript:alert(1)' is not a web address; expected https://…, or nothing where only the title is known",
    ),
)

NOTES = (
    case(
        "mark without its note",
        "categories",
        cell("telephony", "note", ""),
        "categories.csv:9: a footnote's mark and its text do not come together; expected both of note_mark and note, or neither",
    ),
    case(
        "note without its mark",
        "categories",
        cell("telephony", "note_mark", ""),
        "categories.csv:9: a footnote's mark and its text do not come together; expected both of note_mark and note, or neither",
    ),
    case(
        "footnote where there is none",
        "codes",
        cell("502", "documented_by", "note"),
        "codes.csv:10: the row refers to a footnote, and category 'canceled' has none; expected documented_by comment or label",
    ),
    case(
        "footnote not referred to",
        "codes",
        cell("4090", "documented_by", "label"),
        "codes.csv:12: category 'telephony' has a footnote, and the row does not refer to it; expected documented_by note",
    ),
    case(
        "printed repeats the label",
        "codes",
        cell("371", "printed", "Busy"),
        "codes.csv:9: 'printed' repeats the label; expected it only where the source prints the label otherwise",
    ),
)
