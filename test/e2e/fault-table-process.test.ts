import { type Gallery, showGallery } from "./exhibit.ts";

/** Starts, ends, silence. */
const faults: Gallery = {
  early: {
    title: "F32 a server that exits before it is ready: its exit code and stderr are the reason",
    mode: "exit-early",
    outcome: "broken",
    reason: /exited with code 3/,
  },
  zero: {
    title: "F33 a server that exits with 0 at once is not taken for a good one",
    mode: "exit-zero",
    outcome: "broken",
    reason: /exited with code 0/,
  },
  crash: {
    title: "F36 a crash in the middle of a call names the signal",
    mode: "crash-midcall",
    outcome: "broken",
    reason: /SIGSEGV/,
  },
  half: {
    title: "F37 half a message before the exit is counted",
    mode: "half-message-exit",
    outcome: "broken",
    reason: /exited with code 1/,
    findings: { "unfinished-message": /30 bytes/ },
  },
  oom: {
    title: "F38 a server over its memory limit was killed for memory, at which limit",
    mode: "oom",
    more: ["limits: { memory: 64MiB }"],
    steps: ["{ call: echo, with: { message: hello }, timeout: 30s }"],
    outcome: "broken",
    reason: /killed for memory at its limit of 64 MiB/,
  },
  "slow-start": {
    title: "F35 a server that starts slowly is waited for",
    mode: "slow-start 2500",
  },
  "slow-dual": {
    title: "a server of both eras that is slow to answer the probe is started anew, and passes",
    mode: "slow-dual-era 1500",
  },
  probed: {
    title: "a server that ends when it is probed is started anew, and passes",
    mode: "exits-on-probe",
  },
};

showGallery("servers that start, end and hang as they should not", faults, { exitCode: 3 });
