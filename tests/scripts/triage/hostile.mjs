// A worker that reads what it is sent as the page would: opened, shown, exported. Says what it read when it is done.
import { parentPort } from "node:worker_threads";
import { session } from "./load.mjs";

parentPort.on("message", (text) => {
  const { ask, result } = session(text);
  if (!result.error) {
    for (const what of ["csv", "text", "markdown"]) ask({ type: "export", what });
    for (const state of ["all", "passed"]) ask({ type: "rows", filter: { state } });
    ask({ type: "text", section: 0 });
  }
  parentPort.postMessage("done");
});
