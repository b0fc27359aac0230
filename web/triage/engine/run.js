/* Drives the engine's generators in slices: after each slice the thread is free for paint, keys and a cancel. */

import * as Decode from "./decode.js";

/* A message to oneself comes back sooner than setTimeout, which browsers slow down when nested. */
function breather() {
  if (typeof MessageChannel === "undefined")
    return function (next) {
      setTimeout(next, 0);
    };
  const channel = new MessageChannel();
  let waiting = null;
  channel.port1.onmessage = function () {
    const next = waiting;
    waiting = null;
    if (next) next();
  };
  // Under Node an open port would keep the tests from ending.
  if (channel.port1.unref) channel.port1.unref();
  return function (next) {
    waiting = next;
    channel.port2.postMessage(0);
  };
}

/* budget: milliseconds a slice. Jobs run one after another; a cancel ends the one that runs or waits. */
function create(engine, send, budget) {
  const queue = [];
  const breathe = breather();
  let current = null;

  function post(message) {
    if (message.type === "cancel") {
      const waits = queue.findIndex(function (m) {
        return m.id === message.target;
      });
      if (waits >= 0) {
        queue.splice(waits, 1);
        send({ id: message.target, type: "cancelled" });
      } else if (current && current.id === message.target) current.cancelled = true;
      return;
    }
    queue.push(message);
    if (!current) begin();
  }

  function begin() {
    const message = queue.shift();
    if (!message) {
      current = null;
      return;
    }
    current = { id: message.id, cancelled: false, work: null, told: 0 };
    let bytes = null;
    // A File is read here, so that its bytes are held on this side only.
    if (message.file) {
      if (message.file.size > Decode.MAX_BYTES) {
        end({ type: "done", result: Decode.tooLarge(message.file.size) });
        return;
      }
      bytes = message.file.arrayBuffer();
    }
    Promise.resolve(bytes)
      .then(function (buffer) {
        const request = buffer ? { type: message.type, name: message.name || message.file.name, bytes: new Uint8Array(buffer) } : message;
        current.work = engine.handle(request);
        slice();
      })
      .catch(failed);
  }

  function failed(error) {
    end({ type: "error", sentence: "This could not be read: " + String((error && error.message) || error).slice(0, 200) });
  }

  function slice() {
    const job = current;
    if (job.cancelled) {
      job.work.return();
      end({ type: "cancelled" });
      return;
    }
    const start = performance.now();
    let step;
    try {
      do step = job.work.next();
      while (!step.done && performance.now() - start < budget);
    } catch (error) {
      failed(error);
      return;
    }
    if (step.done) {
      end({ type: "done", result: step.value });
      return;
    }
    if (step.value && performance.now() - job.told > 100) {
      job.told = performance.now();
      send({ id: job.id, type: "progress", stage: step.value.stage, value: step.value.value });
    }
    breathe(slice);
  }

  function end(reply) {
    reply.id = current.id;
    current = null;
    send(reply);
    if (queue.length) begin();
  }

  return { post: post };
}

export { create };
