"""Nothing runs in a page but the site's own files, and nothing is fetched from another origin: the build refuses it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.publish.sealing import violations

RUNS = {
    "inline script": "<script>pwned = 1</script>",
    "inline module": '<script type="module">window.pwned = 1</script>',
    "script of an unknown type": '<script type="text/plain">x</script>',
    "script with capitals": "<SCRIPT>pwned = 1</SCRIPT>",
    "script of another origin": '<script src="https://elsewhere.example/x.js"></script>',
    "script without a scheme": '<script src="//elsewhere.example/x.js"></script>',
    "script with backslashes": '<script src="\\\\elsewhere.example/x.js"></script>',
    "script of data": '<script src="data:text/javascript,pwned=1"></script>',
    "text in a script of the site": '<script src="assets/x.js">pwned = 1</script>',
    "event handler": '<img src="assets/no.png" alt="" onerror="pwned = 1">',
    "event handler of a drawing": '<svg onload="pwned = 1"></svg>',
    "event handler without quotes": "<p OnClick=pwned=1>",
    "address that runs": '<a href="javascript:pwned=1">x</a>',
    "address that runs, with spaces": '<a href=" java\tscript:pwned=1">x</a>',
    "address that runs, as entities": '<a href="&#106;avascript&colon;pwned=1">x</a>',
    "address that runs, in a form": '<form><button formaction="javascript:pwned=1">x</button></form>',
    "page of data": '<a href="data:text/html,x">x</a>',
    "style element": "<style>p { color: red }</style>",
    "style attribute": '<p style="color: red">x</p>',
    "style sheet of another origin": '<link rel="stylesheet" href="https://elsewhere.example/x.css">',
    "picture of another origin": '<img src="https://elsewhere.example/x.png" alt="">',
    "frame": '<iframe srcdoc="x"></iframe>',
    "plug-in": '<object data="x.swf"></object>',
    "other base": '<base href="https://elsewhere.example/">',
    "event handler in a template": '<template><p onclick="pwned = 1">x</p></template>',
    "event handler without scripts": '<noscript><p onclick="pwned = 1">x</p></noscript>',
    "refresh": '<meta http-equiv="Refresh" content="0; url=https://elsewhere.example/">',
}
LEADS_ON = '<meta http-equiv="refresh" content="0; url=../codes/0/">'
RESTS = {
    "script of the site": '<script src="../assets/x.js"></script>',
    "data block": '<script type="application/ld+json">{"a": "<b onclick=x>"}</script>',
    "link to another origin": '<a href="https://elsewhere.example/" rel="external">x</a>',
    "address of the page itself": '<link rel="canonical" href="https://reference.example/">',
    "picture as data": '<img src="data:image/png;base64,AAAA" alt="">',
    "code shown as text": "<code>&lt;script&gt;alert(1)&lt;/script&gt; onclick=1 style=1</code>",
    "words that look like it": '<p class="style" title="onclick=alert(1) javascript:x">javascript:alert(1)</p>',
}


READ = pytest.mark.parametrize(
    "before", ["<!doctype html>\n<title>A page</title>\n", '<p class="x">Plain tags</p>\n'], ids=["parsed", "by-tag"]
)


@READ
@pytest.mark.parametrize("name", RUNS)
def test_what_runs_is_seen(name: str, before: str):
    assert violations(before + RUNS[name]) != []


@READ
@pytest.mark.parametrize("name", RESTS)
def test_what_rests_is_left_alone(name: str, before: str):
    assert violations(before + RESTS[name]) == []


@pytest.mark.parametrize(
    "tricky",
    [
        '<p title="a"onclick="pwned()">x</p>',
        '<p/onclick="pwned()">x</p>',
        '<textarea><p title="</textarea><img src=x onerror=pwned()>"></textarea>',
        '<a class="x" href="a" onclick="pwned()" href="b">x</a>',
        '<a href="&#x6A;avascript:pwned()" href="b">x</a>',
        '<svg><a xlink:href="javascript:pwned()">x</a></svg>',
    ],
)
def test_what_hides_from_a_reader_of_tags_is_seen(tricky: str):
    assert violations(tricky) != []


PIECES = [
    *("<p ", "<a ", "</p>", "<td ", "<svg>", "<textarea>", "</textarea>", "<noscript>", "<template>", "<!--", "-->", "<![CDATA["),
    *('title="', "title='", 'class="x"', 'onclick="x"', 'href="javascript:x"', ">", "<", '"', "'", "=", "/", " ", "x"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_reading_by_tag_misses_nothing_that_a_parser_finds(html: str):
    if violations(f"<!doctype html>{html}"):
        assert violations(html) != []


def test_only_the_page_of_a_redirect_leads_on_and_only_to_its_target():
    assert violations(LEADS_ON, leads_to="../codes/0/") == []
    assert violations(LEADS_ON, leads_to="../codes/1/") == ["a refresh"]
    assert violations(LEADS_ON) == ["a refresh"]
    assert violations('<meta http-equiv="refresh" content="0; url=">') == ["a refresh"]
