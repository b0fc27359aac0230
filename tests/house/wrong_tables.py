"""Wrong relations, and wrong cells of the other tables: shared meanings, causes, facts, the picture, colours, changes, answers."""

from __future__ import annotations

from tests.support.tables import added, case, cell, cells, without

WHOLE = "expected a whole number, without sign +, leading zeros or marks"

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
    case("cause out of range", "q850", added("128,Beyond,,,\n"), "q850.csv:6: 128 is not a Q.850 cause; expected 0 to 127"),
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
    case(
        "listed without plain words",
        "q850",
        cell("7", "plain", ""),
        "q850.csv:2: code 6007 is listed, and nothing says in plain words what its cause means; expected a sentence",
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
        "answers.csv:8: no answer 'unlisted-failure' was found up to here; expected "
        "submit-question, unlisted-label, unlisted-negative, unlisted-failure, unlisted-advice, q850-cause, billed, received-status",
    ),
    case(
        "answers not there",
        "answers",
        cells(without("unlisted-failure"), without("q850-cause")),
        "answers.csv:7: no answer 'q850-cause' was found up to here; expected "
        "submit-question, unlisted-label, unlisted-negative, unlisted-failure, unlisted-advice, q850-cause, billed, received-status",
        "answers.csv:7: no answer 'unlisted-failure' was found up to here; expected "
        "submit-question, unlisted-label, unlisted-negative, unlisted-failure, unlisted-advice, q850-cause, billed, received-status",
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

REDIRECTS = (
    case(
        "an old address that is another site",
        "redirects",
        added("https://elsewhere.example/,codes/-30/\n"),
        "redirects.csv:3: 'https://elsewhere.example/' is not the address of a page; expected it from the site's root, such as codes/0/",
    ),
    case(
        "a new address outside the site",
        "redirects",
        cell("birds/on-roofs/", "to", "../birds/"),
        "redirects.csv:2: '../birds/' is not the address of a page; expected it from the site's root, such as codes/0/",
    ),
    case(
        "an address without its slash",
        "redirects",
        cell("birds/on-roofs/", "to", "codes/-30"),
        "redirects.csv:2: 'codes/-30' is not the address of a page; expected it from the site's root, such as codes/0/",
    ),
    case(
        "an address that leads to itself",
        "redirects",
        cell("birds/on-roofs/", "to", "birds/on-roofs/"),
        "redirects.csv:2: 'birds/on-roofs/' leads on itself, on line 2; expected the page where it ends",
    ),
    case(
        "addresses that lead to each other",
        "redirects",
        cells(added("birds/,birds/on-roofs/\n"), cell("birds/on-roofs/", "to", "birds/")),
        "redirects.csv:2: 'birds/' leads on itself, on line 3; expected the page where it ends",
        "redirects.csv:3: 'birds/on-roofs/' leads on itself, on line 2; expected the page where it ends",
    ),
    case(
        "two targets of an address",
        "redirects",
        added("birds/on-roofs/,codes/0/\n"),
        "redirects.csv:3: from 'birds/on-roofs/' stands already on line 2; expected every key once",
    ),
)
