import { Buffer } from "node:buffer";

const json = JSON.stringify;
const base64url = (text) => Buffer.from(text).toString("base64url");
const HEADER = "TransactionID,CSID,PagesSent,Status,OriginalSubject,DestinationFax,Duration,SubmitTime,CompletionTime,Contact";
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
  [HEADER + "\n1,3931,3,0,x,+1,41,24/11/2026 10:00:00,24/11/2026 10:02:00,A\n2,,0,3935,y,+1,0,24/11/2026 10:00:00,,B\n", "0 3935"],
  [
    HEADER.split(",")
      .map((x) => `"${x}"`)
      .join(",") +
      "\n" +
      '"1","","0","-22","Status: 6017, please","+1","0","","",""\n',
    "-22",
  ],
  ["Name;Fax;Zustand;Dauer\nA;030 1;3931;0:00\nB;030 2;0;1:12\n", "3931 0"],
  ["TransactionID,Status,ParentTransactionID\n881,3931,880\n882,0,880\n883,-3,880\n", "3931 0 -3"],
  ["Time,From,To,Status,Pages\n10:22,+1212,+4930,8025,0\n10:23,+1212,+4930,0,1\n", "8025 0"],
  [
    "\ufeffid,uri,status,userId,pagesSent,pagesSubmitted,completionTime,submitTime,remoteCSID,duration,priority,units,costPerUnit,attemptsMade,destinationFax\n1,/outbound/faxes/1,3933,u,0,2,2026-11-24T10:00:00,2026-11-24T09:58:00,3931,0,2,1,0.9,3,+4930\n",
    "3933",
  ],
  ["fax,status,status_text\n1,200,ok\n2,3931,busy\n", "200 3931"],
  ["id,http_status,fax_status\n1,200,3931\n2,500,\n", "3931"],
  ["code\n3931\n6017\n0\n", "3931 6017 0"],
  ["Code;Anzahl;Anteil\n3931;17;2,1 %\n0;800;97 %\n", "3931 0"],
  ["TransactionID,Status\n1,3931.0\n2,0.0\n3,-22.0\n", "3931 0 -22"],
  ["TransactionID,Status\n1, 3931 \n2,\t0\n3,−22\n4,–3\n", "3931 0 -22 -3"],
  ['TransactionID,Status\n1,"204,000"\n2,"205,001"\n', "204000 205001"],
  ["TransactionID,Status\n1,2.05E+05\n2,0\n", "0"],
  ["a,b,c\n1,2,3\n4,5,6\n", ""],
  ["Invoice,Amount,Status\n3931,263.00,paid\n3932,10.00,open\n", ""],
  ["user,action,status\nanna,login,200\nbert,login,403\n", ""],
  ["ip,method,path,status,bytes\n10.0.0.1,GET,/fax,200,3931\n10.0.0.2,POST,/fax,403,263\n", ""],
  ["order_id,order_status,fax_status\n3931,shipped,6017\n3932,open,0\n", "6017 0"],
  [json({ outbound: [{ id: 1, status: 3931 }], inbound: [{ messageId: 2, messageStatus: 3931 }] }), "3931"],
  [
    json([
      { id: 1, status: "Busy (3931)" },
      { id: 2, status: "OK" },
    ]),
    "3931",
  ],
  [json({ log: ["status 3931 for fax 1", "status 0 for fax 2"] }), "3931 0"],
  [json({ status: "ok", code: 0, data: { status: 3931, transactionId: 5 } }), "3931"],
  [json({ error: { code: 3931, message: "Busy" }, faxId: 5 }), "3931"],
  [json({ error: { code: 404, message: "not found" } }), ""],
  [json({ fax_id: 12, state: "failed", failure_code: 6028 }), "6028"],
  [json({ faxStatus: { code: -22, label: "Out of credit, awaiting Top-Up" } }), "-22"],
  [json({ a: Array.from({ length: 3 }, (x, i) => ({ fax: { transactionId: i, status: [0, 3931, -3][i] }, pages: 263 })) }), "0 3931 -3"],
  ['{"status":3931', "3931"],
  ['{"id":1,"status":3931}{"id":2,"status":0}', "3931 0"],
  ['// export\n[{"id":1,"status":3931}]', "3931"],
  ['data: {"id":1,"status":-3}\n\ndata: {"id":1,"status":0}\n\n', "-3~ 0"],
  ['"{\\"id\\":1,\\"status\\":3931}"', "3931"],
  ['{"id":1,"status":NaN}\n{"id":2,"status":3931}', "3931"],
  [
    "<FaxItems><FaxItem><TransactionID>1</TransactionID><Status>3931</Status><ParentTransactionID>9</ParentTransactionID><Duration>263</Duration></FaxItem></FaxItems>",
    "3931",
  ],
  ["<?xml version='1.0' encoding='UTF-16'?><a><Fax><TransactionID>1</TransactionID><Status> -22 </Status></Fax></a>", "-22"],
  ["<a><b><Status>3931</Status></b><b><Status>0</Status></b><Count>2</Count></a>", "3931 0"],
  ["<fax:Result xmlns:fax='u'><fax:Status code='3931'>Busy</fax:Status></fax:Result>", "3931"],
  ["<r><InboundFax><MessageID>1</MessageID><MessageStatus>3931</MessageStatus></InboundFax></r>", ""],
  [
    "<html><body><p>Your fax failed.</p><table><tr><th>TransactionID</th><th>Status</th></tr><tr><td>5</td><td>3931</td></tr><tr><td>6</td><td>0</td></tr></table></body></html>",
    "3931 0",
  ],
  [
    "<s:Envelope xmlns:s='s'><s:Body><QueryFaxResponse><QueryFaxResult><Fax><a:Status xmlns:a='q'>-2</a:Status></Fax></QueryFaxResult><ListSize>1</ListSize><ResultCode>-22</ResultCode></QueryFaxResponse></s:Body></s:Envelope>",
    "-2",
  ],
  ["transactionid=881&status=3931&messageStatus=0", "3931"],
  ["Status=3931", "3931"],
  ["TransactionID=1&Status=-3\r\n\r\nTransactionID=1&Status=0&CompletionTime=24/11/2026+10:00:00\r\n", "-3~ 0"],
  [
    '------x\r\nContent-Disposition: form-data; name="TransactionID"\r\n\r\n881\r\n------x\r\nContent-Disposition: form-data; name="Status"\r\n\r\n3931\r\n------x--\r\n',
    "3931",
  ],
  [
    "From: a@b.c\nSubject: Fwd: report\n\n> From: fax@x.example\n> Subject: Fax to 030 8010 failed\n>\n> Status: 6017\n> Pages sent: 0 of 263\n",
    "6017",
  ],
  ["Von: fax@x.example\nBetreff: Ihr Fax\nDatum: 24.11.2026\n\nStatus: 8010\nSeiten: 3\nDauer: 41 s\n", "8010"],
  ['2026-11-24T10:22:33.263Z [INFO] {"tx":881,"status":3931,"ms":3931}', "3931"],
  ["Nov 24 10:22:33 host app[263]: fax=881 status=busy code=3931 dur=6017ms", "3931"],
  ["[ERROR] Failed to send fax (code: 6003, pages: 263, duration: 3931)", "6003"],
  ["WARN  Fax 881 → +4930 123: 3931 (Busy), retry 2/5 in 263 s", "3931"],
  ["Callback received: TransactionID=881&Status=-22&PagesSent=0 from 10.0.0.1:3931", "-22"],
  ["java.io.IOException: fax 881 failed, status=205000\n\tat a.b.C(C.java:3931)\n\tat a.b.D(D.java:263)\n", "205000"],
  ["Listening on port 6017, pid 3931, version 3.9.31, took 263 ms", ""],
  ["HTTP 403 on /fax; fax status 403 (manually canceled)", "403"],
  ["PagesSent: 3\nStatus: 0\nDuration: 41\nPriority: 2\n", "0"],
  ["Status         : 3267\nPages          : 1\nRemote CSID    : 3931\n", "3267"],
  ["Statuscode ‒22", "-22"],
  ["Error #3211 on page 263 of fax 881230002", "3211"],
  ["fax 1 ok, fax 2 ok, fax 3 failed (8021)", "8021"],
  ["Ticket 3931: customer 6017 called about invoice 263, tel. 8010-8021", ""],
  // more logs, letters
  ["Fax to +49 30 8010-22 sent OK (status 0) in 41 s, 3 pages", "0"],
  ["Fax delivery failed: 8010 The remote fax machine hung up before receiving fax", "8010"],
  ["we have 3931 faxes in the queue, 6017 sent", ""],
  ["3931 faxes sent today", ""],
  ["Status update: 3931 faxes sent", ""],
  ["Status: 263 pages sent", ""],
  ["status=sent pages=3 code=0", "", "0"],
  ["fax: status=sent pages=3 code=0", "0"],
  ["Attempt 3 of 5 failed, status 3935; next attempt at 10:22", "3935"],
  ["Fax 881230002: Status -22 (Out of credit, awaiting Top-Up)", "-22"],
  ["FAX_STATUS_CODE=3072", "3072"],
  ["faxStatus:-2, attempts:1", "-2"],
  ['"faxStatus": "6001",', "6001"],
  ["status\n3931", "3931"],
  ["Your account balance: 263.00\nStatus: -22", "-22"],
  ["Sendebericht: OK, 3 Seiten, 41 s, Status 0", "0"],
  ["Sendebericht Fehler 8021 keine Antwort", "8021"],
  ["Code de statut : 6028", "6028"],
  ["Estado: -3", "-3"],
  ["Stato fax: 3931", "3931"],
  ["statuses: -3, 0, 3931", "-3 0 3931"],
  ["Codes: 3931 (17x), 6017 (3x), -22 (1x)", "3931 6017 -22"],
  ["port=3931 status=0 pid=6017", "", "0"],
  ["fax: port=3931 status=0 pid=6017", "0"],
  ["duration 3931 status 0 pages 263", "", "0"],
  ["fax: duration 3931 status 0 pages 263", "0"],
  ["CSID 3931 Status 8025 Duration 263", "8025"],
  ["status:3931;pages:263;duration:6017", "3931"],
  ["[status -3] [pages 0] [tx 881]", "-3"],
  ["Status = 'Failed (6002)'", "6002"],
  ["<Status>Failed (6002)</Status>", "6002"],
  ["TransactionID;Status\n1;Failed (6002)\n2;Sent (0)\n3;Queued (-1)\n", "6002 0 -1"],
  ["id,status,updated\n1,3931,1764000000\n1,0,1764000100\n", "3931~ 0"],
  ["id,status,updated\n1,0,1764000100\n1,3931,1764000000\n", "0 3931~"],
  ["JobID,TransactionID,Status\n7,1,3931\n7,2,0\n7,3,-3\n", "3931 0 -3"],
  ["TransactionID\tStatus\tSubject\n1\t3931\tA\tB\n2\t0\tC\n", "3931 0"],
  ["TransactionID,Status\r1,3931\r2,0\r", "3931 0"],
  ["\n\n\nTransactionID,Status\n\n1,3931\n\n2,0\n\n", "3931 0"],
  ["# exported by x\n# 2 rows\nTransactionID,Status\n1,3931\n2,0\n", "3931 0"],
  ["TransactionID,Status\n1,3931\n2,0\nTotal,2\n", "3931 0"],
  ["Status,TransactionID\n3931,1\n3931,1\n3931,2\n", "3931~ 3931 3931"],
  ["TransactionID,Status\n1,3931\nTransactionID,Status\n2,0\n", "3931 0"],
  [
    json([
      { id: 1, Status: 3931 },
      { id: 1, Status: 0, completionTime: "2026-11-24T10:00:00" },
    ]),
    "3931~ 0",
  ],
  [json([{ transactionId: "881", status: { id: 3931, name: "Busy" } }]), "3931"],
  [json({ "fax-status": 3931, "page-count": 263 }), "3931"],
  [json({ FaxStatus: "Success", FaxStatusCode: 0 }), "0"],
  [json({ status: "failed", statusCode: 3931, httpStatus: 200 }), "3931"],
  [json({ result: 3931, transactionId: 5, pagesSent: 0 }), "3931"],
  [json({ response: { status: 200, body: { fax: { id: 1, status: -22 } } } }), "-22"],
  [
    json({
      jobs: {
        pending: [{ faxId: 1, status: -1 }],
        done: [
          { faxId: 2, status: 0 },
          { faxId: 3, status: 6100 },
        ],
      },
    }),
    "-1 0 6100",
  ],
  // several tables in one file
  [
    "Sent\nTransactionID;Status;Pages\n1;3931;1\n2;0;2\n\nReceived\nMessageID;From;MessageStatus;Pages\n9;+49301;8021;1\n10;+49302;6017;2\n",
    "3931 0",
  ],
  ["MessageID,MessageStatus,Pages\n9,8021,1\n10,6017,2\nTransactionID,Status,Pages\n1,3931,1\n2,0,2\n", "3931 0"],
  ["Incoming faxes,,\nID,Status,Pages\n9,8021,1\n10,6017,2\n\nOutgoing faxes,,\nID,Status,Pages\n1,3931,1\n2,0,2\n", "3931 0"],
  ["TransactionID,Status\n1,3931\n\nName,Phone,Extension\nA,+4930,6017\nB,+4931,8021\n", "3931"],
  ["TransactionID,Status\n1,3931\n\nTransactionID,CSID,Status\n2,x,0\n", "3931 0"],
  ["TransactionID,Status\n1,3931\nTransactionID,Status\n2,0\n\nTransactionID,Status\n3,-22\n", "3931 0 -22"],
  // ids that look like codes, statuses of something else
  ["2026-11-01\tOUT\t6001\tok\n2026-11-01\tOUT\t6002\tbusy\n2026-11-01\tOUT\t6003\tok\n2026-11-01\tOUT\t6006\tok\n", ""],
  ["2026-11-01;6127;a\n2026-11-02;6102;a\n2026-11-03;6044;a\n2026-11-04;6021;a\n", ""],
  ["2026-11-01;8010;a\n2026-11-02;3931;a\n2026-11-03;8010;a\n2026-11-04;6017;a\n", "8010 3931 8010 6017"],
  ["call,ref,SIP Status\n1,6017,486\n2,3931,200\n3,6017,200\n", ""],
  ["src,dst,disposition,billsec\n1,6017,BUSY,0\n2,3931,ANSWERED,4\n3,6017,NO ANSWER,0\n", ""],
  ["channel,hylafax status,x\na,3931,1\nb,6017,1\n", ""],
  // records in the cells of a table
  [
    'time,level,payload\n10:22,info,"{""faxId"":881,""faxStatus"":6017,""pages"":3}"\n10:23,info,"{""faxId"":882,""faxStatus"":0}"\n10:24,debug,started 3931\n',
    "6017 0",
  ],
  ["when;body\n10:22;TransactionID=881&Status=-3&PagesSent=0\n10:23;TransactionID=881&Status=8021&PagesSent=0\n", "-3~ 8021"],
  ['method,path,status,message\nPOST,/cb,200,"callback {""TransactionID"":881,""Status"":8021}"\nPOST,/cb,403,none\n', "8021"],
  ['id,status,payload\n1,done,"{""transactionId"":5,""status"":8021}"\n2,done,"{""transactionId"":6,""status"":0}"\n', "8021 0"],
  ['id,status,payload\n1,8021,"{""status"":3931}"\n', "8021"],
  // codes that are explained, not those of faxes
  ['Code,Meaning\n0,OK\n8021,No answer\n3931,Busy\n-22,"Out of credit, awaiting Top-Up"\n', "", "0 8021 3931 -22"],
  [
    "| Value | Description | Category |\n|---|---|---|\n| 263 | Busy | line |\n| 8021 | No answer | line |\n| 3931 | Busy | line |\n| 6021 | Call rejected | line |\n",
    "",
    "263 8021 3931 6021",
  ],
  ["Status,Text\n8021,No answer\n3931,Busy\n3931,Busy\n6021,Call rejected\n", "8021 3931 3931 6021"], // one twice
  ["Status,Text,To\n8021,No answer,Weber\n3931,Busy,Lab\n263,Busy,Room 3\n6021,Call rejected,Anna\n", "8021 3931 263 6021"], // who it went to
  ["Time,Status,Text\n10:22,8021,No answer\n10:23,3931,Busy\n10:24,263,Busy\n10:25,6021,Call rejected\n", "8021 3931 263 6021"],
  ["Status,Text\n8021,failed\n3931,failed\n0,sent\n6021,failed\n", "8021 3931 0 6021"], // no labels
  // a number at the end of words
  ["When,Fax from,Reason\n10:22,Weber,Terminated by 6017\n10:23,Lab,Terminated by 8021\n", ""],
  ["call,Reason\na,Ended at stage 263\nb,Ended at stage 403\nc,8021\n", ""],
  ["fax,Reason\na,Busy (263)\nb,Fax manually canceled 403\nc,No answer 8021\n", "263 403 8021"],
  // rows without names
  ["8021\tLab\tfailure\tUser busy\n6017\tLab\tsuccess\tDone\n3931\tLab\tsuccess\tDone\n", ""], // a failure here is no success
  ["881230001\t8021\tfailed\n881230002\t0\tsuccess\n881230003\t3931\tfailed\n", "8021 0 3931"],
  ["topic\tpart\tend offset\tlag\nfax-status\t0\t8021\t6017\nfax-status\t1\t3931\t6021\n", ""],
  ["name\tmessages\tconsumers\nfax.status\t6017\t2\nfax.done\t8021\t3\n", ""],
  ["name\tout\nWeber\t6017\nLab\t8021\n", "6017 8021"],
  // messages of Gmail: of a text and its HTML one counts; a body without a status
  [
    json({
      messages: [
        {
          payload: {
            mimeType: "multipart/alternative",
            headers: [{ name: "Subject", value: "Fax 6017" }],
            parts: [
              { mimeType: "text/plain", body: { data: base64url("Transaction ID: 881\r\nStatus: 8021 ~~~???\r\n") } },
              { mimeType: "text/html", body: { data: base64url("<p>Transaction ID: 881<br>Status: 8021</p>") } },
            ],
          },
        },
        { raw: base64url("From: a@b.example\r\nSubject: Your fax\r\n\r\nTransaction ID: 882\r\nStatus: -22\r\n") },
      ],
    }),
    "8021 -22",
  ],
  [json({ payload: { mimeType: "text/plain", body: { size: 6017, data: base64url("Thanks for room 3931, see you there.") } } }), ""],
  // titles of elements
  ['<ul><li class="fax" title="Fax status 8021">Weber <b>0 pages</b></li><li class="fax" title="Fax status 0">Lab</li></ul>', "8021 0"],
  ['<ul><li title="Fax status 8021: No answer">Fax 881: status 8021</li></ul>', "8021"], // said in the text as well
  ['<ul><li title="Room 8021">Weber</li><li title="Page 6017">Lab</li></ul>', ""],
];
