"""Explains fax status codes from published data. Python 3.9 or newer; nothing to install.

python fax_status.py https://SITE/api/codes.json 3931 -57 4711
"""

import json
import re
import sys
import time
from urllib.request import urlopen


def load(address):
    """The facts, from the address of codes.json or from a copy of it beside your program. Load them once."""
    with urlopen(address, timeout=30) if address.startswith("http") else open(address, encoding="utf-8") as answer:
        return json.load(answer)


def explain(facts, status):
    """What the Status of a fax means (not the ResultCode of a call): a dict with label, outcome, final, meaning, advice, next and resend.

    Raises ValueError for what is no status.
    """
    if not re.fullmatch(r"0|-?[1-9][0-9]{0,14}", str(status)):
        raise ValueError("not a status")
    number = int(status)
    for code in facts["codes"]:
        if code["number"] == number:
            return code
    for other in facts["unlisted"]:  # Its sign still tells the outcome.
        least, greatest = other["minimum"], other["maximum"]
        if (least is None or least <= number) and (greatest is None or number <= greatest):
            return other
    raise ValueError("not a status")


def sentence(status, entry):
    """An entry for people to read."""
    state = "final" if entry["final"] else "not final"
    return (
        f"{status}: {entry['label']} ({entry['outcome']}, {state}, {entry['next']}). {entry['meaning']['text']} {entry['advice']['text']}"
    )


def wait_until_final(facts, query, pause=time.sleep):
    """Asks with query() until the status is final: at most six times a minute, and ever less often. Returns that status."""
    delay = 10
    while True:
        status = query()
        if explain(facts, status)["final"]:
            return status
        pause(delay)
        delay = min(delay * 2, 300)


def main(address, *statuses):
    """Explains each status; for the word "poll", plays polling with the statuses that stand on standard input."""
    facts = load(address)
    if statuses == ("poll",):
        last = wait_until_final(facts, lambda: sys.stdin.readline().strip(), lambda seconds: print("wait", seconds))
        print(sentence(last, explain(facts, last)))
        return
    for status in statuses:
        try:
            print(sentence(status, explain(facts, status)))
        except ValueError as error:
            print(error)


if __name__ == "__main__":
    main(*sys.argv[1:])
