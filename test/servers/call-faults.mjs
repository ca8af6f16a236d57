// Modes that concern calls: what a second call meets, what a cancelled one goes on doing, what progress says.
import { error, onCall, result, rightAnswer, send, stderr, text, wait } from "./right-answers.mjs";

const given = process.argv[3];
const number = given === undefined ? undefined : Number(given);

let calls = 0;
const kept = [];

const progress = (message, value) =>
  send({
    jsonrpc: "2.0",
    method: "notifications/progress",
    params: { progressToken: message.params._meta?.progressToken, progress: value, total: 10 },
  });

/** Answers every call with these values of progress before it. */
const progressing = (...values) =>
  onCall((message, right) => {
    if (message.params._meta?.progressToken !== undefined) {
      values.forEach((value) => progress(message, value));
    }
    send(right);
  });

/** Starts a call that lasts; `cancelled` gets it when the client gives it up. */
const lasting = (cancelled) => {
  const running = new Map();
  return {
    answer: async (message) => {
      if (message.method === "tools/call" && message.params.name === "sleep") {
        running.set(message.id, message);
      } else {
        send(await rightAnswer(message));
      }
    },
    notified: (message) => {
      const call = running.get(message.params?.requestId);
      if (message.method === "notifications/cancelled" && call !== undefined) {
        // Later than what could have been on its way when the call was cancelled.
        setTimeout(() => cancelled(call), 400);
      }
    },
  };
};

export const callFaults = {
  // What a further call meets
  "crash-second-call": onCall((_, right) => {
    calls += 1;
    if (calls > 1) {
      stderr("TypeError: Cannot read properties of undefined (reading 'session')");
      process.exit(1);
    }
    send(right);
  }),
  flaky: onCall((message, right) => {
    calls += 1;
    // Three of ten, always the same ones.
    send(
      [2, 5, 8].includes(calls % 10)
        ? result(message, { ...text("upstream unavailable"), isError: true })
        : right,
    );
  }),
  "leaks-memory": onCall((_, right) => {
    kept.push(Buffer.alloc((number ?? 4) * 1024 * 1024, 1));
    send(right);
  }),
  "slower-each-call": onCall(async (_, right) => {
    calls += 1;
    await wait(calls * (number ?? 50));
    send(right);
  }),
  "double-effect": onCall((message) => {
    calls += 1;
    send(result(message, text(`created item ${calls}`)));
  }),

  // Cancellation
  "stops-when-cancelled": lasting(() => undefined),
  "answers-after-cancel": lasting((call) => send(result(call, text("finished all the same")))),
  "progress-after-cancel": lasting((call) => [1, 2, 3].forEach((value) => progress(call, value))),

  // Progress
  "good-progress": progressing(1, 5, 10),
  "progress-backwards": progressing(5, 3, 10),
  "progress-unknown-token": onCall((message, right) => {
    progress({ params: { _meta: { progressToken: "never-given" } } }, 1);
    send(right);
  }),

  // Errors
  "odd-error-code": onCall((message) =>
    // JSON-RPC keeps it for itself and has not defined it.
    send(error(message, -32123, "something went wrong")),
  ),
  "old-error-code": onCall((message) => send(error(message, -32042, "URL elicitation required"))),
  "fraction-error-code": onCall((message) => send(error(message, 1.5, "something went wrong"))),
};
