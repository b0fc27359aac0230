// The page's side of a worker that does not hear, ends by itself, or cannot be loaded.
import assert from "node:assert/strict";
import test from "node:test";
import { setTimeout } from "node:timers/promises";
import * as Client from "../../../web/triage/page/client.js";

const workers = [];
let missing = 0; // how many of the next workers cannot be loaded

/** A worker that notes what it is sent, and answers when the test says so. */
class FakeWorker {
  constructor() {
    this.sent = [];
    this.ended = false;
    workers.push(this);
  }
  postMessage(message) {
    this.sent.push(message);
    if (!("alive" in message)) return;
    const isMissing = missing > 0;
    missing -= isMissing ? 1 : 0;
    queueMicrotask(() => (isMissing ? this.onerror(new Event("error", { cancelable: true })) : this.say({ type: "ready", locked: false })));
  }
  say(data) {
    this.onmessage({ data });
  }
  terminate() {
    this.ended = true;
  }
}
Object.assign(globalThis, { self: globalThis, Worker: FakeWorker, location: { href: "https://reference.example/triage/" } });

const soon = () => setTimeout(0);
const asked = (worker) => worker.sent.filter((message) => "id" in message).map(({ type, text }) => text ?? type);

async function opened() {
  workers.length = 0;
  const client = Client.create("worker.js", "catalogue.js");
  const first = client.ask({ type: "open", text: "first", name: "" });
  await soon();
  const [worker] = workers;
  worker.say({ id: worker.sent.at(-1).id, type: "done", result: { total: 1 } });
  await first;
  return { client, worker };
}

test("a worker that does not hear a cancel is replaced; what was open is read again, then what waits", async () => {
  const { client, worker } = await opened();
  const second = client.ask({ type: "open", text: "second", name: "" });
  await soon();
  second.cancel();
  const third = client.ask({ type: "open", text: "third", name: "" });
  await assert.rejects(second, { name: "AbortError" });
  assert.ok(worker.ended);
  await soon();
  const [, next] = workers;
  assert.deepEqual(asked(next), ["first", "third"]);
  next.say({ id: next.sent.at(-1).id, type: "done", result: { total: 3 } });
  assert.equal((await third).total, 3);
});

test("a worker that hears a cancel stays", async () => {
  const { client, worker } = await opened();
  const second = client.ask({ type: "export", what: "csv" });
  await soon();
  second.cancel();
  await soon();
  const { type, target } = worker.sent.at(-1);
  assert.equal(type, "cancel");
  worker.say({ id: target, type: "cancelled" });
  await assert.rejects(second, { name: "AbortError" });
  await setTimeout(600);
  assert.equal(worker.ended, false);
});

test("a worker that ends by itself is reported, and another takes its place", async () => {
  const { client, worker } = await opened();
  const second = client.ask({ type: "open", text: "second", name: "" });
  await soon();
  worker.onerror(new Event("error", { cancelable: true }));
  await assert.rejects(second, /Reading stopped/);
  await soon();
  assert.deepEqual(asked(workers[1]), ["first"]);
  // One that ends while it reads that again is given nothing more.
  workers[1].onerror(new Event("error", { cancelable: true }));
  await soon();
  assert.deepEqual(asked(workers[2]), []);
});

test("a worker that cannot be loaded is tried once more, then reported", async () => {
  workers.length = 0;
  missing = 1;
  await Client.create("worker.js", "catalogue.js").ready;
  assert.equal(workers.length, 2);
  missing = 2;
  const client = Client.create("worker.js", "catalogue.js");
  await assert.rejects(client.ready, /new edition/);
  await assert.rejects(client.ask({ type: "open", text: "x", name: "" }), /new edition/);
});
