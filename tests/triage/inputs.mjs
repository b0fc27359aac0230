import { Buffer } from "node:buffer";

const json = JSON.stringify;
// Whole texts as people hold them, with the statuses that count (~: an earlier record of the same fax) and, where it matters, those offered.
export const inputs = [
  // CSV variety
  ["Fax ID,To,Status Code,Status Text,Pages,Cost\n991,+1 212 555 0143,3931,Busy,0,0.00\n992,+1 212 555 0144,0,OK,3,0.30\n", "3931 0"],
  ["id;destinationFax;status;submitTime\n1;+493012345;-22;2026-11-20T10:00:00\n2;+493012346;6028;2026-11-20T10:00:00\n", "-22 6028"],
  ["Date\tTime\tFax\tResult\n24.11.2026\t10:22\t+4930123456\t3931\n24.11.2026\t10:24\t+4930123457\t0\n", "3931 0"],
  ['"TransactionID";"Status";"PagesSent"\r\n"881";"-3";"0"\r\n"881";"0";"2"\r\n', "-3~ 0"],
  ["transaction_id,fax_status,final\n1,8010,true\n2,8021,true\n3,0,true\n", "8010 8021 0"],
  ["TransactionID,ResultCode,Status\n1,0,3931\n2,0,-22\n", "3931 -22"],
  ["Number,Pages,Duration,Status,HTTP Status\n3931,263,41,0,200\n3932,3,41,6017,200\n", "0 6017"],
  ["Kunde,Faxnummer,Fehlercode,Seiten\nMüller,030 123,3935,0\nMeier,030 124,8021,0\n", "3935 8021"],
  ["id,etat,statut\n1,fini,3931\n2,fini,0\n", "3931 0"],
  ["id,estado,código\n1,ok,0\n2,error,3931\n", "0 3931"],
  ["TransactionID,Status\n1,Busy (3931)\n2,OK\n3,\n4,n/a\n", "3931"],
  ["Status,Count\n3931,17\n0,800\n-22,3\n", "3931 0 -22"],
  ["sep=,\r\nTransactionID,Status\r\n1,3931\r\n", "3931"],
  ['TransactionID,Status,Note\n1,3931,"a ""quoted"" note,\nwith newline and status 6017"\n2,0,x\n', "3931 0"],
  ["3931,0,2026-11-24\n8021,0,2026-11-24\n6017,1,2026-11-25\n-3,0,2026-11-25\n", "3931 8021 6017 -3"],
  ["id,attempt,status\n5,1,3931\n5,2,3931\n5,3,0\n", "3931~ 3931~ 0"],
  // JSON
  [
    json({
      data: {
        faxes: [
          { id: 1, status: 3931, pagesSent: 0, duration: 41, units: 1, attemptsMade: 3 },
          { id: 2, status: 0, pagesSent: 3 },
        ],
      },
      code: 200,
    }),
    "3931 0",
  ],
  [
    json([
      { TransactionID: 5, Status: "-22", PagesSent: 0 },
      { TransactionID: 6, Status: "6001" },
    ]),
    "-22 6001",
  ],
  [json({ fax: { id: 7, statusCode: 8025, to: "+4930" }, http: { statusCode: 200 } }), "8025"],
  [json({ id: 9, uri: "/outbound/faxes/9", status: -3, userId: "x", priority: 2, completionTime: "0001-01-01T00:00:00" }), "-3"],
  [
    json({
      items: [
        { id: 1, result: { status: 3072 } },
        { id: 2, result: { status: 0 } },
      ],
    }),
    "3072 0",
  ],
  [json({ event: "fax.completed", payload: { fax_id: 3931, fax_status: 6018, pages: 3 } }), "6018"],
  [json({ 4711: 3931, 4712: 0 }), ""],
  [json({ messageId: 11, phoneNumber: "3931", messageStatus: 0, pages: 2, callerId: "x" }), ""],

  ['{"id":1,"status":-3,"completionTime":null}\n\n{"id":1,"status":0,"completionTime":"2026-11-24T10:00:00Z"}\n', "-3~ 0"],
  ['{"id":1,"status":3931,\n"subject":"x"},\n{"id":2,"status":0}', "3931 0"],
  ['[{"id":1,"status":3931},{"id":2,"status":0},]', "3931 0"],
  ["{'id': 1, 'status': 3931, 'pagesSent': 0}", "3931"],
  ['HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{"id":881,"status":3931,"pagesSent":0}', "3931"],
  ['{"statusCode":404,"error":"Not Found"}', ""],
  // XML
  [
    "<Confirmation><Fax><TransactionID>1</TransactionID><PagesSent>0</PagesSent><Status>3931</Status><Duration>41</Duration></Fax><Fax><TransactionID>2</TransactionID><Status>0</Status></Fax></Confirmation>",
    "3931 0",
  ],
  [
    '<?xml version="1.0"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><FaxStatusExResponse xmlns="http://x"><FaxStatusExResult><FaxItemEx><TransactionID>5</TransactionID><Status>6017</Status><PagesSent>0</PagesSent></FaxItemEx></FaxStatusExResult><ResultCode>0</ResultCode></FaxStatusExResponse></soap:Body></soap:Envelope>',
    "6017",
  ],
  [
    '<soap:Envelope xmlns:soap="x"><soap:Body><SendfaxExResponse><SendfaxEx_2Result>-1003</SendfaxEx_2Result></SendfaxExResponse></soap:Body></soap:Envelope>',
    "",
  ],
  ['<faxes><fax id="1" status="3931"/><fax id="2" status="0"/></faxes>', "3931 0"],
  ["<Fax><TransactionID>1</TransactionID><Status><![CDATA[-22]]></Status></Fax>", "-22"],
  ["<Fax><TransactionID>1</TransactionID><Status>3931</Status>", "3931"],
  // form
  ["TransactionID=881&Status=-22&CompletionTime=24%2F11%2F2026+10%3A00&DestinationFax=%2B4930123&Duration=41&PagesSent=0", "-22"],
  ["TransactionID=1&Status=3931&PagesSent=0\nTransactionID=2&Status=0&PagesSent=3\n", "3931 0"],
  ["?TransactionID=1&Status=3931", "3931"],
  ["https://example.org/cb?TransactionID=1&Status=3931&PagesSent=0", "3931"],
  ["curl -d 'TransactionID=1&Status=3931' http://localhost:6017/cb", "3931"],
  // e-mail
  [
    "From: fax@service.example\nTo: me@example.org\nSubject: Fax to +4930123456 failed\nDate: Tue, 24 Nov 2026 10:22:33 +0100\nMessage-ID: <3931@x>\n\nYour fax could not be sent.\n\nTransactionID: 881230002\nDestinationFax: +4930123456\nPagesSent: 0\nStatus: 3931\nDuration: 41\nSubmitTime: 24/11/2026 10:00:00\n",
    "3931",
  ],
  [
    "Subject: fax report\nFrom: a@b.c\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<html><body><table><tr><td>Status</td><td>=2D22</td></tr></table></body></html>\n",
    "-22",
  ],
  [
    "From: a@b.c\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n" +
      Buffer.from("Your fax 881 failed.\nStatus: 6017 (Busy)\n").toString("base64") +
      "\n",
    "6017",
  ],
  [
    "Hi team,\n\nthe fax to Dr. Weber (030 3931-22) bounced with error 8021 again, third time since 9:30.\nPlease resend page 3 of 263.\n",
    "8021",
  ],
  // logs
  [
    "2026-11-24 10:22:33 INFO fax.poll tx=881230001 status=-3 attempts=1\n2026-11-24 10:32:33 INFO fax.poll tx=881230001 status=0 attempts=2 pages=3\n",
    "-3~ 0",
  ],
  ["Nov 24 10:22:33 gw faxd[3931]: job 6017 to +4930 done: rc=0 status 8010 (3 pages, 41 s)", "8010"],
  ['10.0.0.1 - - [24/Nov/2026:10:22:33 +0100] "POST /fax/cb HTTP/1.1" 200 3931 "-" "x"', ""],
  ['10.0.0.1 - - [24/Nov/2026:10:22:33 +0100] "GET /codes/3931/ HTTP/1.1" 403 263', ""],
  ["ERROR FaxSender - Fax 881230002 to +442071234567 failed with status code 3931 after 3 attempts in 4100 ms", "3931"],
  ['fax_failures_total{code="3931"} 17\nfax_failures_total{code="6017"} 3\n', "3931 6017"],
  ["W/FaxService( 3931): status=6001 retries=3", "6001"],
  ['level=error ts=2026-11-24T10:00:00Z msg="send failed" fax_id=881 code=205000 port=6017', "205000"],
  ["status: 3931 OK? no, status: 403 Forbidden from proxy", "3931"],
  ["HTTP status 403 for GET /fax/status", ""],
  ["Response code: 403", ""],
  ["exit code 1", ""],
  ["exit status 1", ""],
  ["errno 1", ""],
  ["Fax status = 1", "1"],
  ["SQLSTATE code 3931", ""],
  ["Error 404: fax not found", ""],
  ["order status code 3931", ""],
  ["Zip code 3931", ""],
  ["area code 263", ""],
  ["country code 263", ""],
  ["Postal code: 6017", ""],
  ["promo code 3931", ""],
  ["PIN code 3931", ""],
  ["dial code 263", ""],
  ["Status der Sendung: 3931", "3931"],
  ["Fax fehlgeschlagen, Fehler 3935", "3935"],
  ["code d'erreur : 3931", "3931"],
  ["código de error 3931", "3931"],
  ["The fax ended with -22.", "-22"],
  ["status of 12 faxes: ok", ""],
  ["Status: Sent at 10:22, 3 pages", ""],
  ["3931\n6017\n0\n-22\n3931\n", "3931 6017 0 -22 3931"],
  ["| fax | status |\n|---|---|\n| 1 | 3931 |\n| 2 | 0 |\n", "3931 0"],
  ["fax  status  pages\n---  ------  -----\n881  3931    0\n882  0       3\n", "3931 0"],
  ["TransactionID: 1\nStatus: 3931\n---\nTransactionID: 2\nStatus: 0\n", "3931 0"],
  ["- id: 1\n  status: 3931\n- id: 2\n  status: 0\n", "3931 0"],
];
