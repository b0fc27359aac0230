// Files in older encodings: the encoding, a part of the text, the bytes. Each tells two faxes, 3931 and 0.
import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import test from "node:test";
import { session } from "./load.mjs";

const files = [
  ["Windows-1251", "Статус факса", "ze7s5fA70fLg8vPxIPTg6vHgO9Hy8ODt6PYKODgxOzM5MzE7MAo4ODI7MDsyCg=="],
  ["Windows-1251", "Ромашка", "RmF4O1N0YXR1cztDdXN0b21lcgo4ODE7MzkzMTvOzs4g0O7s4Pjq4CwgzO7x6uLgCjg4MjswO8ji4O3u4iDPuPLwINHl8OPl5eLo9wo="],
  ["KOI8-R", "Состояние", "7s/NxdI788/T1M/RzsnFO/PU0sHOycMKODgxOzM5MzE7MAo4ODI7MDsyCg=="],
  ["KOI8-R", "Ромашка", "RmF4O1N0YXR1cztDdXN0b21lcgo4ODE7MzkzMTvv7+8g8s/NwdvLwSwg7c/Ty9fBCjg4MjswO+nXwc7P1yDwo9TSIPPF0sfFxdfJ3go="],
  ["CP866", "Ромашка", "RmF4O1N0YXR1cztDdXN0b21lcgo4ODE7MzkzMTuOjo4gkK6soOiqoCwgjK7hqqKgCjg4MjswO4iioK2uoiCRpeCjpakK"],
  ["Windows-1253", "Κατάσταση", "wfHp6Oz88jvK4fTc8/Th8+c70+Xr3+Tl8go4ODE7MzkzMTswCjg4MjswOzIK"],
  ["Windows-1253", "Παπαδόπουλος", "RmF4O1N0YXR1cztDdXN0b21lcgo4ODE7MzkzMTvQ4fDh5Pzw7/Xr7/Igw+X+8ePp7/IKODgyOzA7weje7eEK"],
  ["Windows-1255", "סטטוס", "7vH0+Czx6Ojl8Szy7uXj6e0KODgxLDM5MzEsMAo4ODIsMCwyCg=="],
  ["Windows-1255", "ישראל", "RmF4O1N0YXR1cztDdXN0b21lcgo4ODE7MzkzMTvp+fjg7CDr5O8sIPrsIODh6eEKODgyOzA75+H4+iDk5/nu7CDs6fn44OwK"],
  ["Windows-1256", "الحالة", "0d7jIMfh2uPh7cksx+HNx+HJLMfh1d3Nx8oKODgxLDM5MzEsMAo4ODIsMCwyCg=="],
  ["Windows-1256", "النور", "RmF4O1N0YXR1cztDdXN0b21lcgo4ODE7MzkzMTvU0d/JIMfh5ObRIOHhyszH0ckKODgyOzA7483jzyDayM8gx+Hh5Qo="],
  ["Windows-874", "กรุงเทพมหานคร", "RmF4O1N0YXR1cztDdXN0b21lcgo4ODE7MzkzMTu6w9TJ0bcg5LfCvtKz1KrC7CCo06HRtAo4ODI7MDuhw9in4Le+wcvSuaTDCg=="],
  ["Windows-1250", "Dvořák", "RmF4O1N0YXR1cztDdXN0b21lcgo4ODE7MzkzMTtEdm/44WssIFD47WJyYW0KODgyOzA7ip1hc3Ru/SwgUGx6ZfIK"],
  [
    "Windows-1250",
    "Częstochowa",
    "RmF4O1N0YXR1cztDdXN0b21lcgo4ODE7MzkzMTuj82SfLCBX82pjaWsKODgyOzA7S293YWxjenlrLCBDeupzdG9jaG93YSwgdWxpY2EgjHdp6nRlaiBNYbNnb3J6YXR5Cg==",
  ],
  ["Windows-1250", "Győr", "QXpvbm9z7XTzO8FsbGFwb3Q7Q+1temV0dAo4ODE7MzkzMTtHefVyLCBFcmT1cwo4ODI7MDtG/HJk9Qo="],
  ["Windows-1254", "Işık", "Tm87RHVydW07Tfz+dGVyaQo4ODE7MzkzMTtJ/v1rIFRpY2FyZXQsIMdh8GxheWFuCjg4MjswO95p/mxpLCBEb/Bhbgo="],
  ["Windows-1252", "Müller", "TnI7U3RhdHVzO0t1bmRlCjg4MTszOTMxO038bGxlciwgS/Zsbgo4ODI7MDtHcm/fCg=="],
  ["Windows-1252", "Hélène", "Tm87yXRhdDtDbGllbnQKODgxOzM5MzE7SOls6G5lLCBwcuhzIGRlIEJlc2Fu529uCjg4MjswO05v62wK"],
  ["Windows-1252", "Sørensen", "TnI7U3RhdHVzO0t1bmRlCjg4MTszOTMxO1P4cmVuc2VuLCDFcmh1cwo4ODI7MDtCavhybiDYZGVn5XJkCg=="],
  ["Shift-JIS", "ステータス", "lNSNhiyDWINlgVuDXoNYLIyPlrwKODgxLDM5MzEsjKmQz4+RCjg4MiwwLMO9xAo="],
  ["Shift-JIS", "株式会社", "RmF4LFN0YXR1cyxDdXN0b21lcgo4ODEsMzkzMSyKlI6uie+O0ILigtyCxo+kjpYKODgyLDAsk2OShoKzgvEK"],
  ["EUC-JP", "株式会社", "RmF4LFN0YXR1cyxDdXN0b21lcgo4ODEsMzkzMSyz9LywsvG80qTkpN6kyL6mu/YKODgyLDAsxcTD5qS1pPOk2Ao="],
  [
    "ISO-2022-JP",
    "ステータス",
    "GyRCSFY5ZhsoQiwbJEIlOSVGITwlPyU5GyhCLBskQjdvTD4bKEIKODgxLDM5MzEsGyRCOCtAUT1xGyhCCjg4MiwwLBskQjgrQFE9cRsoQgo=",
  ],
  ["GBK", "传真状态", "seC6xSy0q9Xm17TMrCzSs8r9Cjg4MSwzOTMxLDAKODgyLDAsMgo="],
  ["GBK", "北京市", "RmF4LFN0YXR1cyxDdXN0b21lcgo4ODEsMzkzMSyxsb6pytCzr9H0x/i9qMnowrcKODgyLDAsyc+6o8Oz0tfT0M/euavLvgo="],
  ["Big5", "狀態", "vXO4uSyqrLpBLK22vMYKODgxLDM5MzEsMAo4ODIsMCwyCg=="],
  ["Big5", "台北市", "RmF4LFN0YXR1cyxDdXN0b21lcgo4ODEsMzkzMSyleKVfpaukpKW/sM+tq7x5q2649Ao4ODIsMCyw6rvatlSp9qazra2kvaVxCg=="],
  ["EUC-KR", "상태", "ufjIoyy788XCLMbkwMzB9go4ODEsMzkzMSwwCjg4MiwwLDIK"],
  ["EUC-KR", "서울특별시", "RmF4LFN0YXR1cyxDdXN0b21lcgo4ODEsMzkzMSy8rb/vxq+6sL3DILCts7KxuAo4ODIsMCzB1r3EyLi75yDH0bG5uau/qgo="],
  [
    "UTF-32 LE",
    "😀",
    "//4AAGkAAABkAAAALAAAAHMAAAB0AAAAYQAAAHQAAAB1AAAAcwAAACwAAAB4AAAACgAAADEAAAAsAAAAMwAAADkAAAAzAAAAMQAAACwAAAD8AAAACgAAADIAAAAsAAAAMAAAACwAAAAA9gEACgAAAA==",
  ],
  [
    "UTF-32 BE",
    "😀",
    "AAD+/wAAAGkAAABkAAAALAAAAHMAAAB0AAAAYQAAAHQAAAB1AAAAcwAAACwAAAB4AAAACgAAADEAAAAsAAAAMwAAADkAAAAzAAAAMQAAACwAAAD8AAAACgAAADIAAAAsAAAAMAAAACwAAfYAAAAACg==",
  ],
];

for (const [encoding, part, bytes] of files) {
  test(`encoding: ${encoding}, ${part}`, () => {
    const s = session(Buffer.from(bytes, "base64"), "log.csv");
    assert.equal(s.result.encoding, encoding);
    assert.deepEqual(
      s.finds().map(({ code }) => code),
      [3931, 0],
    );
    const [{ columns, rows }] = s.engine.session().sections;
    assert.ok([columns, ...rows].flat().join("|").includes(part));
    if (!encoding.startsWith("UTF-32")) assert.equal(s.result.notes[0].sentence, `The file is not UTF-8; it was read as ${encoding}.`);
  });
}

const latin1 = (text) => Buffer.from(text, "latin1");

test("what a file declares is believed", () => {
  const xml = (encoding) =>
    `<?xml version="1.0" encoding="${encoding}"?><Fax><TransactionID>1</TransactionID><Status>3931</Status><To>\xd1\xf2</To></Fax>`;
  assert.equal(session(latin1(xml("KOI8-R"))).result.encoding, "KOI8-R");
  assert.equal(session(latin1('<html><meta charset="iso-8859-2"><p>Fax status: 3931 \xe8</p></html>')).result.encoding, "ISO-8859-2");
});

test("a lone sign tells no other encoding than Western", () => {
  for (const sign of ["\xe4", "\x96", "\x80", "\xb0", "\xa7"]) {
    const { encoding } = session(latin1(`Fax;Status;x\n881;3931;${sign}\n882;0;5 ${sign} 7\n`)).result;
    assert.equal(encoding, "Windows-1252");
  }
});

test("a text in UTF-8 that was cut within a character stays one", () => {
  const cut = Buffer.concat([Buffer.from("Fax;Status;Kunde\n".concat("881;3931;Müller, Köln, Groß\n".repeat(9))), Buffer.from([0xc3])]);
  const { encoding, notes } = session(cut).result;
  assert.equal(encoding, "UTF-8");
  assert.ok(notes.some(({ sentence }) => sentence === "Some bytes of the file are not UTF-8; they show as �."));
});
