// Modes that concern the process and the flow of bytes: ends, starts, delays, floods.
import { spawn } from "node:child_process";
import { closeSync, writeSync } from "node:fs";
import { onCall, result, rightAnswer, send, stderr, text, wait, write } from "./right-answers.mjs";

const given = process.argv[3];
const number = given === undefined ? undefined : Number(given);
const stayAlive = () => setInterval(() => undefined, 1_000_000);

/** Writes whole blocks without end, in turns, so that requests are still answered in between. */
function flood(fd, block) {
  const bytes = Buffer.from(block);
  const turn = () => {
    for (let at = 0; at < bytes.length; ) {
      at += writeSome(fd, bytes.subarray(at));
    }
    setImmediate(turn);
  };
  turn();
}

function writeSome(fd, bytes) {
  try {
    return writeSync(fd, bytes);
  } catch (thrown) {
    // EAGAIN: the reader is behind. Anything else: it is gone.
    return thrown.code === "EAGAIN" ? 0 : process.exit(0);
  }
}

const logMessage =
  '{"jsonrpc":"2.0","method":"notifications/message","params":{"level":"info","data":"x"}}\n';

function deep(levels) {
  return `${"[".repeat(levels)}${"]".repeat(levels)}`;
}

export const processFaults = {
  // Ends and starts
  "exit-early": { start: () => (stderr("FATAL: API_KEY is not set"), process.exit(3)) },
  "exit-zero": { start: () => process.exit(0) },
  "hang-init": { answer: () => undefined },
  "slow-start": { start: () => wait(number ?? 1500) },
  "crash-midcall": onCall(() => (stderr("about to crash"), process.kill(process.pid, "SIGSEGV"))),
  "half-message-exit": onCall(
    () => (writeSync(1, '{"jsonrpc":"2.0","id":3,"resul'), process.exit(1)),
  ),
  "stdout-closed": { start: () => (stayAlive(), closeSync(1)), answer: () => undefined },
  "stdout-closed-midcall": onCall(() => (stayAlive(), closeSync(1))),
  "ignores-eof": { start: stayAlive, ignoresEof: true },
  "ignores-eof-and-sigterm": {
    start: () => (stayAlive(), process.on("SIGTERM", () => undefined)),
    ignoresEof: true,
  },
  "child-process-left": {
    start: () =>
      spawn(process.execPath, ["-e", "setInterval(()=>{},1e6)"], {
        detached: true,
        stdio: "ignore",
      }).unref(),
  },
  oom: onCall(() => {
    for (const kept = []; ; ) {
      kept.push(Buffer.alloc(8 * 1024 * 1024, 1));
    }
  }),

  // Answers late or never
  "never-answers": onCall((message, right) => message.params.name !== "sleep" && send(right)),
  "no-read-stdin": { notified: () => (stayAlive(), process.stdin.pause()) },
  "stdin-closed": { notified: () => (stayAlive(), process.stdin.destroy(), closeSync(0)) },
  drip: {
    answer: async (message) => {
      for (const byte of Buffer.from(`${JSON.stringify(await rightAnswer(message))}\n`)) {
        writeSync(1, Buffer.from([byte]));
        await wait(1);
      }
    },
  },

  // Floods
  "flood-stderr": {
    start: () => flood(2, "a line of stderr that nobody asked for\n".repeat(1000)),
  },
  "flood-garbage": { notified: () => flood(1, "garbage\n".repeat(8000)) },
  "flood-json-logs": {
    notified: () => flood(1, '{"level":30,"msg":"working","n":12345}\n'.repeat(1500)),
  },
  "flood-blank-lines": { notified: () => flood(1, "\n".repeat(64000)) },
  "flood-broken-json": { notified: () => flood(1, '{"jsonrpc"}\n'.repeat(6_000)) },
  "flood-notifications": {
    notified: () => flood(1, logMessage.repeat(700)),
  },
  "counted-notifications": {
    answer: async (message) => {
      const right = await rightAnswer(message);
      if (message.method === "initialize") {
        right.result.capabilities.logging = {};
      }
      send(right);
    },
    notified: () => {
      // In turns with what is asked meanwhile, and no faster than it is read.
      let left = number ?? 1_000_000;
      const turn = () => {
        const some = Math.min(left, 700);
        left -= some;
        const more = () => (left > 0 ? setImmediate(turn) : undefined);
        if (process.stdout.write(logMessage.repeat(some))) {
          more();
        } else {
          process.stdout.once("drain", more);
        }
      };
      turn();
    },
  },
  "server-requests": {
    notified: () => {
      const methods = ["sampling/createMessage", "roots/list", "elicitation/create"];
      for (let id = 1; id <= (number ?? 5000); id += 1) {
        send({ jsonrpc: "2.0", id: `s${id}`, method: methods[id % 3], params: {} });
      }
    },
  },
  big: onCall((message) => send(result(message, text("x".repeat((number ?? 20) * 1024 * 1024))))),
  "no-newline": onCall(() => flood(1, "x".repeat(64 * 1024))),
  deep: onCall((message) =>
    write(
      `{"jsonrpc":"2.0","id":${message.id},"result":{"content":[],"x":${deep(number ?? 100_000)}}}\n`,
    ),
  ),
};
