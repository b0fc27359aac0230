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
  ["one fax a column", "TransactionID,881,882,883\nStatus,8021,0,-3\nPages,6017,2,0\n", "8021 0 -3"],
  [
    "one fax a column, under a header",
    "| Field | Fax 1 | Fax 2 |\n|---|---|---|\n| Fax ID | 881 | 882 |\n| Status | 8021 | 0 |\n| Pages | 6017 | 2 |\n",
    "8021 0",
  ],
  ["below the command that printed it", '$ mysql -N -e "select id, status from faxes" fax\n881\t8021\n882\t0\n$\n', "8021 0"],
  ["below a query, unaligned", "sqlite> select status, id, pages from fax;\n8021|881|0\n0|882|6017\nsqlite> .quit\n", "8021 0"],
  ["below a loop of Python", ">>> for f in faxes: print(f.id, f.status)\n...\n881 8021\n882 0\n>>>\n", "8021 0"],
  ["below a command of R", '> print(faxes[, c("id","status")])\n   id status\n1 881   8021\n2 882      0\n', "8021 0"],
  ["a quoted letter is no command", "> Status: 8021\n> Pages: 6017\n", "8021"],
  [
    "HTML with spans, a header of two rows and a foot",
    "<table><caption>Faxes of 3 Nov</caption><tr><th rowspan=2>Day</th><th colspan='2'>Fax</th></tr><tr><th>Status</th><th>Pages</th></tr>" +
      "<tr><td rowspan=2>1 Nov</td><td>8021</td><td>6017</td></tr><tr><td>0</td><td>2</td></tr><tr><td>Total</td><td>3931</td><td>9</td></tr></table>",
    "8021 0",
  ],
  [
    "HTML without spans has its rows as they are",
    "<table><tr><th>Fax</th><th>Status</th></tr><tr><th>881</th><td>8021</td></tr><tr><th>882</th><td>0</td></tr></table>",
    "8021 0",
  ],
  ["redis, a hash", '1) "fax"\n2) "881"\n3) "status"\n4) "8021"\n5) "pages"\n6) "6017"\n', "8021"],
  [
    "redis, fields by name",
    'redis:6379> HMGET fax:881 pages status\n1) "6017"\n2) "8021"\nredis:6379> GET fax:882:status\n"0"\n',
    "8021 0",
  ],
  ["redis, a number of another thing", 'redis:6379> HGET fax:881 pages\n"12"\n', ""],
  [
    "bars in a log are no table",
    "2026-11-03 10:22:31|ERROR|Fax 881230001: status=8021|\n2026-11-03 10:23:31|INFO|Fax 881230002: status=0|\n",
    "8021 0",
  ],
];
