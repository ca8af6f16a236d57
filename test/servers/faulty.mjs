// A small MCP server over stdio that misbehaves in one chosen way: `node faulty.mjs MODE [N]`.
// No dependencies: it runs as a child process, or in a container with this folder mounted. README.md lists the modes.
import { callFaults } from "./call-faults.mjs";
import { honestyFaults } from "./honesty-faults.mjs";
import { processFaults } from "./process-faults.mjs";
import { rightAnswer, send, write } from "./right-answers.mjs";
import { speechFaults } from "./speech-faults.mjs";
import { wireFaults } from "./wire-faults.mjs";

/** Each mode: `start` runs before stdin is read, `heard` gets every line, `answer` every request, `notified` every notification. */
const modes = {
  ok: {},
  crlf: { answer: async (message) => write(`${JSON.stringify(await rightAnswer(message))}\r\n`) },

  ...processFaults,
  ...wireFaults,
  ...speechFaults,
  ...callFaults,
  ...honestyFaults,
};

const mode = process.argv[2] ?? "ok";
const chosen = modes[mode];
if (chosen === undefined) {
  console.error(`faulty.mjs: no mode ${mode}; there are ${Object.keys(modes).join(", ")}`);
  process.exit(64);
}
await chosen.start?.();
let rest = "";
process.stdin.setEncoding("utf8");
process.stdin.on("data", (chunk) => {
  const lines = (rest + chunk).split("\n");
  rest = lines.pop();
  for (const line of lines) {
    chosen.heard?.(line);
    const message = JSON.parse(line);
    if (message.method !== undefined && message.id !== undefined) {
      void (chosen.answer ?? (async (request) => send(await rightAnswer(request))))(message);
    } else if (message.method !== undefined) {
      chosen.notified?.(message);
    }
  }
});
process.stdin.on("end", () => chosen.ignoresEof || process.exit(0));
