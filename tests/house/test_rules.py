"""Data that does not hold together is refused: the messages say all that is wrong and where, and nothing that only follows from it."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from macros.catalogue import TABLES, Catalogue, load
from macros.catalogue.table import did_you_mean
from tests.support.tables import Case, added, case, cell, cells, change, line, moved, reported, without

FORMULA = "expected text that a spreadsheet does not run as a formula"
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
        cell("telephony", "note_mark", "***"),
        "categories.csv:9: no footnote mark '***'; expected * or **, or nothing",
    ),
    case(
        "unknown thing to fix first",
        "categories",
        cell("number", "fix_first", "numbr"),
        "categories.csv:8: no fix_first 'numbr'; did you mean 'number'?",
    ),
    case("unknown in part", "arrivals", cell("possibly", "in_part", "no"), "arrivals.csv:3: no in_part 'no'; expected one of: yes"),
    case(
        "key not fit for an address",
        "arrivals",
        added("Spelled Out,An answer,An explanation.,stated,\n"),
        "arrivals.csv:11: 'Spelled Out' cannot be part of an address; expected a-z, 0-9 and single hyphens",
        "arrivals.csv:11: arrival 'Spelled Out' is used nowhere; expected a code with this answer, or no row",
    ),
    case(
        "key twice",
        "arrivals",
        added("unknown,An answer,An explanation.,stated,\n"),
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
        added("fun,Fun,No code is fun.,,,Laugh.,Nobody.,,\n"),
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
        "unused arrival",
        "arrivals",
        added("half,Half,Half of them.,derived,\n"),
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

SAME_AS = (
    case(
        "neither meaning nor same_as",
        "codes",
        cell("502", "meaning", ""),
        "codes.csv:10: the row holds neither a meaning nor same_as; "
        "expected one of them: a meaning, or the code whose meaning this one shares",
    ),
    case(
        "both meaning and same_as",
        "codes",
        cell("4852", "meaning", "Busy."),
        "codes.csv:15: the row holds both a meaning and same_as; "
        "expected one of them: a meaning, or the code whose meaning this one shares",
    ),
    case("same as no code", "codes", cell("4852", "same_as", "370"), "codes.csv:15: same_as names no code '370'; did you mean '371'?"),
    case(
        "same as a number in another form",
        "codes",
        cell("4852", "same_as", "+371"),
        "codes.csv:15: same_as names no code '+371'; did you mean '371'?",
    ),
    case(
        "same as itself",
        "codes",
        cell("4852", "same_as", "4852"),
        "codes.csv:15: same_as names itself; expected a code whose row holds the meaning",
    ),
    case(
        "same as one that shares",
        "codes",
        cell("6009", "same_as", "4090"),
        "codes.csv:18: same_as names 4090, which has no meaning of its own; expected a code whose row holds the meaning",
    ),
    case(
        "same as one of another category",
        "codes",
        cell("4852", "same_as", "502"),
        "codes.csv:15: category 'busy' differs from that of 502, whose meaning it shares; expected 'canceled'",
    ),
    case(
        "same as one of another outcome",
        "codes",
        cell("4852", "same_as", "0"),
        "codes.csv:15: category 'busy' differs from that of 0, whose meaning it shares; expected 'sent'",
        "codes.csv:15: outcome 'failure' differs from that of 0, whose meaning it shares; expected 'success'",
    ),
    case(
        "action beside same_as",
        "codes",
        cell("4240", "action", "Check it."),
        "codes.csv:14: 'action' is given beside same_as; expected nothing: the row of 4230 gives it",
    ),
    case(
        "ask beside same_as",
        "codes",
        cell("4240", "contact", "Support"),
        "codes.csv:14: 'contact' is given beside same_as; expected nothing: the row of 4230 gives it",
    ),
    case(
        "search word that is shared already",
        "codes",
        cell("4852", "synonyms", "line in use"),
        "codes.csv:15: 'line in use' in synonyms stands in the row of 371 already; expected it once",
    ),
    case(
        "search word twice",
        "codes",
        cell("502", "synonyms", "aborted; by hand; aborted"),
        "codes.csv:10: 'aborted' stands twice in synonyms; expected it once",
    ),
)

CAUSES = (
    case("cause out of range", "q850", added("128,Beyond,,\n"), "q850.csv:6: 128 is not a Q.850 cause; expected 0 to 127"),
    case(
        "listed without a verdict",
        "q850",
        cell("7", "verdict", ""),
        "q850.csv:2: code 6007 is listed, and no verdict compares it; expected one of: agrees, coarse, differs, unassigned",
    ),
    case(
        "verdict on a code not listed",
        "q850",
        cell("12", "verdict", "agrees"),
        "q850.csv:4: a verdict compares code 6012, which is not listed; expected no verdict",
    ),
    case(
        "cause out of range after one that is none",
        "q850",
        cells(cell("12", "cause", "five"), cell("13", "cause", "128")),
        f"q850.csv:4: cause 'five' is not an integer; {WHOLE}",
        "q850.csv:5: 128 is not a Q.850 cause; expected 0 to 127",
    ),
    case(
        "verdict on a code not listed after a cause that is none",
        "q850",
        cells(cell("12", "cause", "five"), cell("13", "verdict", "agrees")),
        f"q850.csv:4: cause 'five' is not an integer; {WHOLE}",
        "q850.csv:5: a verdict compares code 6013, which is not listed; expected no verdict",
    ),
    case("cause of a listed code not there", "q850", without("9"), "q850.csv:4: code 6009 is listed, and cause 9 has no row; expected one"),
    case(
        "cause without a name",
        "q850",
        cell("7", "name", ""),
        "q850.csv:2: a cause without a name has to be marked unassigned, and no other; expected a name or that verdict",
    ),
    case(
        "name of an unassigned cause",
        "q850",
        cell("7", "verdict", "unassigned"),
        "q850.csv:2: a cause without a name has to be marked unassigned, and no other; expected a name or that verdict",
    ),
)

FACTS = tuple(
    case(name, "facts", cell("tries", "about", about), f"facts.csv:2: {reported}")
    for name, about, reported in (
        ("fact about no code", "outcome:failure code:-66", "no code '-66'; did you mean '-6'?"),
        ("fact about no category", "category:bussy", "no category 'bussy'; did you mean 'busy'?"),
        ("fact about no outcome", "outcome:failed", "no outcome 'failed'; did you mean 'failure'?"),
        ("fact about no page", "page:legnd", "no page 'legnd'; did you mean 'legend'?"),
        (
            "fact about something else",
            "moon:full",
            "'moon:full' in about is no reference; expected code:…, category:…, outcome:…, page:… or number:…",
        ),
        (
            "fact about a bare word",
            "failure",
            "'failure' in about is no reference; expected code:…, category:…, outcome:…, page:… or number:…",
        ),
        (
            "fact about a listed number",
            "number:502",
            "'number:502' is no number without a row of its own; expected one that is not listed, or code:…",
        ),
        ("fact about a number twice", "number:2 number:2", "'number:2' stands twice in about; expected it once"),
        (
            "fact about no number",
            "number:two",
            "'number:two' is no number without a row of its own; expected one that is not listed, or code:…",
        ),
        ("fact about a page in a page", "page:about:triage", "no page 'about:triage'; did you mean 'triage'?"),
        ("fact about a thing twice", "page:triage page:triage", "'page:triage' stands twice in about; expected it once"),
    )
)

FACTS += (
    case(
        "fact about a thing twice and about no page",
        "facts",
        cell("tries", "about", "page:triage page:triage page:legnd"),
        "facts.csv:2: 'page:triage' stands twice in about; expected it once",
        "facts.csv:2: no page 'legnd'; did you mean 'legend'?",
    ),
    case(
        "fact about a number and about no page",
        "facts",
        cell("tries", "about", "number:2 page:legnd"),
        "facts.csv:2: no page 'legnd'; did you mean 'legend'?",
    ),
)

PICTURE = (
    case(
        "states in one place",
        "states",
        cell("ready", "column", "1"),
        "states.csv:3: state 'ready' stands where 'preparing' stands; expected one state in a place",
    ),
    case("column outside", "states", cell("ready", "column", "0"), "states.csv:3: column 0 lies outside the picture; expected 1 to 9"),
    case("row outside", "states", cell("ready", "row", "10"), "states.csv:3: row 10 lies outside the picture; expected 1 to 9"),
    case(
        "code in two states",
        "states",
        cell("ready", "codes", "-4 -6"),
        "states.csv:4: code -6 stands in state 'ready' already; expected a code in one state",
    ),
    case(
        "state of another outcome",
        "states",
        cell("ready", "outcome", "success"),
        "states.csv:3: code -4 is 'in-process', its state is 'success'; expected the same outcome",
        "transitions.csv:3: the state 'ready' is final; expected no arrow from it",
    ),
    case(
        "arrow to itself",
        "transitions",
        cell("ready", "to", "ready"),
        "transitions.csv:3: the state 'ready' changes into itself; expected two different states",
    ),
    case(
        "arrow from a final state",
        "transitions",
        added("sent,failed,a miracle happens,derived\n"),
        "transitions.csv:9: the state 'sent' is final; expected no arrow from it",
    ),
    case(
        "arrow twice",
        "transitions",
        added("ready,sending,it is tried,derived\n"),
        "transitions.csv:9: the arrow from 'ready' to 'sending' stands already on line 3; expected it once",
    ),
)

COLOURS = (
    *(
        case(
            f"not a colour {value}",
            "outcomes",
            cell("success", "light_text", value),
            f"outcomes.csv:3: light_text '{value}' is not a colour; expected # and six of 0-9a-f",
        )
        for value in ("green", "#fff", "#GGGGGG", "#ABCDEF", "#12345", "#00140a;}")
    ),
    case(
        "contrast of text, light",
        "outcomes",
        cell("success", "light_text", "#ffffff"),
        "outcomes.csv:3: light_text #ffffff on its background #41b883 has a contrast of 2.50; expected at least 4.5 (WCAG AA)",
    ),
    case(
        "contrast of text, dark",
        "outcomes",
        cell("success", "dark_text", "#ffffff"),
        "outcomes.csv:3: dark_text #ffffff on its background #41b883 has a contrast of 2.50; expected at least 4.5 (WCAG AA)",
    ),
    case(
        "contrast of a border, light",
        "outcomes",
        cell("success", "light_border", "#eeeeee"),
        "outcomes.csv:3: light_border #eeeeee on the light page #ffffff has a contrast of 1.16; expected at least 3.0 (WCAG AA)",
    ),
    case(
        "contrast of a border, dark",
        "outcomes",
        cell("success", "dark_border", "#222222"),
        "outcomes.csv:3: dark_border #222222 on the dark page #14161d has a contrast of 1.14; expected at least 3.0 (WCAG AA)",
    ),
)

CHANGES = (
    case(
        "log in another order",
        "changes",
        added("2026-01-23,502,explained,,Said more.\n"),
        "changes.csv:3: 2026-01-23 stands after 2026-01-24; expected the newest entry last",
    ),
    case(
        "day that no calendar has",
        "changes",
        added("2027-02-30,502,explained,,Said more.\n"),
        "changes.csv:3: '2027-02-30' is not a date; expected YYYY-MM-DD, a day that the calendar has",
    ),
    case(
        "published twice",
        "changes",
        added("2027-02-01,,published,,Again.\n"),
        "changes.csv:3: the entry is of the type 'published'; expected 'published' in the first row and nowhere else",
    ),
    case(
        "not published first",
        "changes",
        cell("2026-01-24", "change", "added"),
        "changes.csv:2: the entry is of the type 'added'; expected 'published' in the first row and nowhere else",
    ),
    case(
        "codes at the publication",
        "changes",
        cell("2026-01-24", "codes", "502"),
        "changes.csv:2: the entry names codes; expected none: the first publication is about all",
    ),
    case(
        "change of no code",
        "changes",
        added("2027-02-01,,explained,,Said more.\n"),
        "changes.csv:3: the entry names no code; expected the codes that it is about",
    ),
    case(
        "change of an unknown code",
        "changes",
        added("2027-02-01,503,explained,,Said more.\n"),
        "changes.csv:3: no code '503'; did you mean '502'?",
    ),
    case(
        "unknown kind of change",
        "changes",
        added("2027-02-01,502,explaned,,Said more.\n"),
        "changes.csv:3: no change 'explaned'; did you mean 'explained'?",
    ),
    case(
        "new label without the old one",
        "changes",
        added("2027-02-01,502,relabelled,,Said more.\n"),
        "changes.csv:3: the label before is missing; expected it in 'was' where the change is relabelled, and nowhere else",
    ),
    case(
        "old label without a new one",
        "changes",
        added("2027-02-01,502,explained,Cancelled,Said more.\n"),
        "changes.csv:3: the label before is given; expected it in 'was' where the change is relabelled, and nowhere else",
    ),
)

ANSWERS = (
    case(
        "answer not there",
        "answers",
        without("unlisted-failure"),
        "answers.csv:6: no answer 'unlisted-failure' was found up to here; expected "
        "submit-question, unlisted-label, unlisted-negative, unlisted-failure, unlisted-advice, q850-cause",
    ),
    case(
        "answers not there",
        "answers",
        cells(without("unlisted-failure"), without("q850-cause")),
        "answers.csv:5: no answer 'q850-cause' was found up to here; expected "
        "submit-question, unlisted-label, unlisted-negative, unlisted-failure, unlisted-advice, q850-cause",
        "answers.csv:5: no answer 'unlisted-failure' was found up to here; expected "
        "submit-question, unlisted-label, unlisted-negative, unlisted-failure, unlisted-advice, q850-cause",
    ),
    case(
        "answer with a place for something unknown",
        "answers",
        cell("q850-cause", "text", "The {number}."),
        "answers.csv:7: nothing is filled in for '{number}'; expected one of: cause, code, name",
    ),
    case(
        "unknown answer",
        "answers",
        cell("q850-cause", "answer", "q850-causes"),
        "answers.csv:7: no answer 'q850-causes'; did you mean 'q850-cause'?",
    ),
    case(
        "unknown kind of an answer",
        "answers",
        cell("q850-cause", "provenance", "derivd"),
        "answers.csv:7: no provenance 'derivd'; did you mean 'derived'?",
    ),
    case(
        "answer with a place for nothing",
        "answers",
        cell("unlisted-failure", "text", "A failure of {cause}."),
        "answers.csv:5: nothing is filled in for '{cause}'; expected text alone",
    ),
)

CASES = (*NUMBERS, *ORDER, *WORDS, *NOTES, *SAME_AS, *CAUSES, *FACTS, *PICTURE, *COLOURS, *CHANGES, *ANSWERS)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name.replace(" ", "-"))
def test_wrong_data_is_reported_exactly(data: Path, case: Case):
    change(data, case.table, case.change)
    assert reported(data) == [f"data/{each}" for each in case.reported]


@pytest.mark.parametrize(("column", "value"), [("column", "9"), ("row", "9")])
def test_the_edge_of_the_picture_is_in_it(data: Path, column: str, value: str):
    change(data, "states", cell("sending", column, value))
    assert str(getattr(load(data).states["sending"], column)) == value


def test_every_case_has_a_name_of_its_own():
    names = [case.name for case in CASES]
    assert sorted(set(names)) == sorted(names)


def test_the_made_up_catalogue_is_right(data: Path):
    assert reported(data) == []


def test_problems_of_five_tables_are_reported_at_once_by_file_and_line(data: Path):
    change(data, "codes", cells(cell("6009", "category", "telefony"), cell("371", "label", " Busy"), cell("371", "category", "bussy")))
    change(data, "outcomes", cell("success", "light_text", "green"))
    change(data, "facts", cell("tries", "about", "page:nowhere-at-all"))
    change(data, "states", cell("ready", "column", "0"))
    change(data, "q850", lambda raw: b"\xef\xbb\xbf" + raw)
    assert reported(data) == [
        "data/codes.csv:9: no category 'bussy'; did you mean 'busy'?",
        "data/codes.csv:9: the cell 'label' starts or ends with a space; expected 'Busy'",
        "data/codes.csv:18: no category 'telefony'; did you mean 'telephony'?",
        "data/facts.csv:2: no page 'nowhere-at-all'; expected one of: about, integrate, legend, lookup, triage",
        "data/outcomes.csv:3: light_text 'green' is not a colour; expected # and six of 0-9a-f",
        "data/q850.csv:1: the file starts with a byte order mark (BOM); expected plain UTF-8 without one",
        "data/states.csv:3: column 0 lies outside the picture; expected 1 to 9",
    ]


def test_what_is_used_nowhere_is_reported_where_another_table_cannot_be_read(data: Path):
    change(data, "codes", line(2, lambda row: row + b","))
    change(data, "facts", without("polling-limit"))
    assert reported(data) == [
        "data/codes.csv:2: the row has 14 fields; expected 13: " + ",".join(column.name for column in TABLES["codes"]),
        "data/sources.csv:4: source 'system-limitations' is used nowhere; expected a fact from this source, or no row",
    ]


def test_several_problems_of_one_row_are_reported(data: Path):
    change(
        data,
        "codes",
        cells(
            cell("502", "category", ""), cell("502", "outcome", "failur"), cell("502", "documented_by", "x"), cell("502", "contact", "=1")
        ),
    )
    assert reported(data) == [
        "data/categories.csv:5: category 'canceled' is used nowhere; expected a code in this category, or no row",
        "data/codes.csv:10: no documented_by 'x'; expected one of: comment, note, label",
        "data/codes.csv:10: no outcome 'failur'; did you mean 'failure'?",
        "data/codes.csv:10: the cell 'category' is blank; expected a value",
        "data/codes.csv:10: the cell 'contact' starts with '='; " + FORMULA,
    ]


def test_a_list_of_many_known_words_is_cut():
    message = did_you_mean("nothing-like-it", [f"{number}" for number in range(30)])
    assert message.startswith("expected one of: 0, 1, 2, ")
    assert message.endswith(", 19, …")


def values(catalogue: Catalogue) -> list[object]:
    return [
        catalogue,
        *(
            next(iter(getattr(catalogue, name).values()))
            for name in ("provenances", "sources", "outcomes", "arrivals", "categories", "codes")
        ),
        next(iter(catalogue.states.values())),
        next(iter(catalogue.causes.values())),
        catalogue.transitions[0],
        catalogue.facts[0],
        catalogue.rule.outcome.light,
    ]


def test_no_value_can_be_changed(catalogue: Catalogue):
    for value in values(catalogue):
        for field in dataclasses.fields(value):
            with pytest.raises(dataclasses.FrozenInstanceError):
                setattr(value, field.name, "changed")


def test_nothing_can_be_added_to_the_catalogue(catalogue: Catalogue):
    for field in dataclasses.fields(catalogue):
        with pytest.raises(TypeError):
            getattr(catalogue, field.name)["new"] = "value"


def test_relations_are_the_very_objects(catalogue: Catalogue):
    for code in catalogue.codes.values():
        assert code.category is catalogue.categories[code.category.key]
        assert code.outcome is catalogue.outcomes[code.outcome.key]
        assert code.arrival is catalogue.arrivals[code.arrival.key]
        assert code.same_as is None or code.same_as is catalogue.codes[code.same_as.key]
        assert code.cause is None or code.cause is catalogue.causes[code.cause.number]
