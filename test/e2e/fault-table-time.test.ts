import { type Gallery, showGallery } from "./exhibit.ts";

const short = ["ready: { timeout: 6s }", "stop: { eof: 4s, sigterm: 3s }"];

/** Servers that use up a wait: none of them costs more than the run file grants. */
const faults: Gallery = {
  hang: {
    title:
      "F34 a server that never answers the handshake is given up at its ready timeout, with what runs in it",
    mode: "hang-init",
    more: short,
    outcome: "broken",
    reason: /within 6,000 ms.*processes: .*faulty\.mjs hang-init/,
  },
  never: {
    title: "F40 a call without an answer ends at its timeout",
    mode: "never-answers",
    steps: ["{ call: sleep, with: { ms: 1 }, timeout: 1500ms }"],
    outcome: "broken",
    reason: /within 1,500 ms/,
  },
  stubborn: {
    title:
      "F41 a server that ignores the end of stdin and SIGTERM is killed, and both are findings",
    mode: "ignores-eof-and-sigterm",
    more: short,
    findings: { "ignores-eof": /did not exit within 4 s/, "ignores-sigterm": /had to be killed/ },
  },
  lingering: {
    title: "F42 a server that ignores only the end of stdin",
    mode: "ignores-eof",
    more: short,
    findings: { "ignores-eof": /did not exit within 4 s/ },
  },
  deaf: {
    title: "F43 a server that never reads its stdin cannot hold a call beyond its timeout",
    mode: "no-read-stdin",
    more: short,
    steps: [`{ call: echo, with: { message: "${"x".repeat(150_000)}" }, timeout: 2s }`],
    outcome: "broken",
    reason: /within 2,000 ms/,
    findings: { "ignores-eof": /./ },
  },
  closed: {
    title: "F44 a server that closed its stdout but lives is told apart from one that exited",
    mode: "stdout-closed",
    more: short,
    outcome: "broken",
    reason: /stdout/,
  },
  "too-slow": {
    title: "F35 a server that starts too slowly is given up at its ready timeout",
    mode: "slow-start 8000",
    more: ["ready: { timeout: 3s }", "stop: { eof: 4s, sigterm: 3s }"],
    outcome: "broken",
    reason: /within 3,000 ms/,
  },
};

// A call of 2 s to a server that then uses up its 4 s for the end of stdin; 4 s and 3 s for one that has to be killed.
showGallery("servers that hang and linger", faults, { exitCode: 3, grantedMs: 7_000 });
