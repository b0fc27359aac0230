// Tables as programs and wikis draw them: [what it is, text, statuses that count].
const columns = "TransactionID Status PagesSent Subject";
export const layouts = [
  [
    "a ruler under single blanks, numbers to the right",
    "TransactionID Status PagesSent Subject\n------------- ------ --------- -------\n    881230001   8021         0 Order 3931\n    881230002      0        12 Lab 6017\n    881230003     -3         0\n",
    "8021 0 -3",
  ],
  [
    "a ruler narrower than its column",
    "Subject           Fax Status\n-------           --- ------\nInvoice of March  881   8021\nx                 882      0\n",
    "8021 0",
  ],
  [
    "sqlcmd",
    "TransactionID Status      Subject\n------------- ----------- --------------------\n    881230001        8021 Order 3931          \n    881230002           0 NULL                \n\n(2 rows affected)\n",
    "8021 0",
  ],
  [
    "SQL*Plus, with a page break",
    "SQL> select * from faxes;\n\n        ID     STATUS SUBJECT\n---------- ---------- ------------------------------\n       881       8021 Order 3931\n       882          0 Lab\n\n        ID     STATUS SUBJECT\n---------- ---------- ------------------------------\n       883        -22 Order 6017\n\n3 rows selected.\n",
    "8021 0 -22",
  ],
  [
    "psql",
    " transactionid | status | pages \n---------------+--------+-------\n           881 |   8021 |     0\n           882 |      0 |     3\n(2 rows)\n",
    "8021 0",
  ],
  ["psql, unaligned", "transactionid|status|subject\n881|8021|Order 3931\n882|0|\n(2 rows)\n", "8021 0"],
  [
    "mysql",
    "+-----+--------+------------+\n| id  | status | subject    |\n+-----+--------+------------+\n| 881 |   8021 | Order 3931 |\n| 882 |      0 | NULL       |\n+-----+--------+------------+\n2 rows in set (0.00 sec)\n",
    "8021 0",
  ],
  ["box drawing", "┌─────┬────────┐\n│ fax │ status │\n├─────┼────────┤\n│ 881 │ 8021   │\n│ 882 │ 0      │\n└─────┴────────┘\n", "8021 0"],
  [
    "box drawing, double outside",
    "╔═════╤════════╗\n║ fax │ status ║\n╠═════╪════════╣\n║ 881 │ 8021   ║\n╟─────┼────────╢\n║ 882 │ 0      ║\n╚═════╧════════╝\n",
    "8021 0",
  ],
  [
    "polars",
    "shape: (2, 2)\n┌─────┬────────┐\n│ fax ┆ status │\n╞═════╪════════╡\n│ 881 ┆ 8021   │\n│ 882 ┆ 0      │\n└─────┴────────┘\n",
    "8021 0",
  ],
  ["Jira", "|| Fax || Status || Pages ||\n| 881 | 8021 | 0 |\n| 882 | *0* | 2 |\n", "8021 0"],
  ["Textile", "|_. Fax |_. Status |_. Pages |\n|881|>. 8021|0|\n|882|>. 0|2|\n", "8021 0"],
  ["Creole", "|=Fax|=Status|\n|881|8021|\n|882|0|\n", "8021 0"],
  ["DokuWiki", "^ Fax ^ Status ^\n| 881 | 8021 |\n| 882 | 0 |\n", "8021 0"],
  ["Markdown with marked numbers", "| Fax | Status |\n| --- | ---: |\n| 881 | **8021** |\n| 882 | `0` |\n", "8021 0"],
  ["Markdown without outer bars", "Fax | Status\n--- | ---\n881 | 8021\n882 | 0\n", "8021 0"],
  ["org-mode", "| Fax | Status |\n|-----+--------|\n| 881 |   8021 |\n| 882 |      0 |\n", "8021 0"],
  [
    "reStructuredText grid",
    "+-----+--------+\n| Fax | Status |\n+=====+========+\n| 881 | 8021   |\n+-----+--------+\n| 882 | 0      |\n+-----+--------+\n",
    "8021 0",
  ],
  [
    "reStructuredText simple",
    "===  ======  =====\nFax  Status  Pages\n===  ======  =====\n881  8021    3931\n882  0       1\n===  ======  =====\n",
    "8021 0",
  ],
  ["AsciiDoc", '[%header,cols="1,1,1"]\n|===\n|Fax |Status |Pages\n\n|881 |8021 |3931\n|882 |0 |2\n|===\n', "8021 0"],
  ["AsciiDoc, a cell a line", "|===\n|Fax |Status |Pages\n\n|881\n|8021\n|3931\n\n|882\n|0\n|2\n|===\n", "8021 0"],
  ["MediaWiki", '{| class="wikitable"\n! Fax !! Status !! Pages\n|-\n| 881 || 8021 || 3931\n|-\n| 882\n| 0\n| 2\n|}\n', "8021 0"],
  [
    "two tables lined up by blanks",
    "FAX REPORT\nSent faxes\n\n  TransactionID  Status  Pages\n  881            8021    0\n  882            0       2\n\nReceived faxes\n\n  MessageID  MessageStatus  Pages\n  6017       0              1\n  6018       3935           2\n",
    "8021 0",
  ],
  [
    "two Markdown tables",
    "Sent:\n| TransactionID | Status |\n|---|---|\n| 1 | 3931 |\n\nReceived:\n| MessageID | MessageStatus |\n|---|---|\n| 2 | 8021 |\n",
    "3931",
  ],
  [
    "two ruled tables",
    "TransactionID Status\n------------- ------\n    881230001   8021\n\nMessageID CallerID MessageStatus\n--------- -------- -------------\n     6017     +493          3935\n",
    "8021",
  ],
  ["single blanks, no ruler", `${columns}\n881230001     8021   0         Order 3931\n882230001     0      12        Lab\n`, "8021 0"],
  ["single blanks, words in a row agree", "FAX STATUS PAGES\n881 8021 0\n882 0 12\n", "8021 0"],
  [
    "row numbers before the first column",
    "  TransactionID Status Pages\n1     881230001   8021     0\n2     881230002      0     3\n",
    "8021 0",
  ],
  [
    "MariaDB, vertical",
    "*************************** 1. row ***************************\n     id: 881\n status: 8021\nsubject: Order 3931\n*************************** 2. row ***************************\n     id: 882\n status: 0\nsubject: NULL\n2 rows in set (0.00 sec)\n",
    "8021 0",
  ],
  [
    "psql, expanded",
    "-[ RECORD 1 ]-+----------\ntransactionid | 881\nstatus        | 8021\nsubject       | Order 3931\n-[ RECORD 2 ]-+----------\ntransactionid | 882\nstatus        | 0\nsubject       | \n",
    "8021 0",
  ],
  [
    "PowerShell, Format-List",
    "\n\nTransactionID : 881\nStatus        : 8021\nSubject       : Order 3931\n\nTransactionID : 882\nStatus        : 0\nSubject       :\n\n",
    "8021 0",
  ],
  [
    "a ruled table inside a log",
    "2026-11-01 fax status 6017\n".repeat(40) +
      "TransactionID Status Subject\n------------- ------ -------\n    881230001   8021 Order 3931\n    881230002      0 Lab\n\n",
    `8021 0${" 6017".repeat(40)}`,
  ],
  [
    "text wider than its column under a ruler, right after a number",
    "TransactionID Subject             Status Pages\n------------- -------             ------ -----\n    881230001 Invoice no. 4 6021     8021     0\n    881230002 Lab                       0    12\n",
    "8021 0",
  ],
  [
    "single blanks inside a letter",
    "Hello,\n\nplease look:\n\n   id pages_sent status\n1 881          2   8021\n2 882          1      0\n\nThanks\nTel. 030 6017\n",
    "8021 0",
  ],
  [
    "a box of one row inside a letter",
    "Hello,\n\n│ id  │ status │ subject  │\n├─────┼────────┼──────────┤\n│ 881 │ 8021   │ fax 6017 │\n\nThanks, Anna\n",
    "8021",
  ],
  ["rows with blank lines between them", "FAX STATUS PAGES\n\n881 8021 0\n\n882 0 12\n", "8021 0"],
  [
    "a line of a letter below columns",
    "ID     STATUS   PAGES   SUBJECT\n881    8021     0       Lab\n882    0        2       Lab\n\nTel. 030 6017\n",
    "8021 0",
  ],
];
