import { type Gallery, showGallery } from "./exhibit.ts";

const echo = "call: echo, with: { message: hello }";
const token = "sk-live-0123456789abcdef";

/** What a further call meets, what a cancelled one goes on doing. */
const faults: Gallery = {
  second: {
    title: "F36 a crash at the second call is seen by the second call, with exit code and stderr",
    mode: "crash-second-call",
    steps: [`{ ${echo} }`, `{ ${echo} }`],
    outcome: "broken",
    reason: /exited with code 1.*reading 'session'/,
  },
  flaky: {
    title: "a tool that fails three of ten calls does not pass ten trials",
    mode: "flaky",
    steps: [`{ ${echo}, trials: 10 }`],
    outcome: "failed",
    reason: /7 of 10/,
  },
  tolerated: {
    title: "a tool that fails three of ten calls passes where seven are enough",
    mode: "flaky",
    steps: [`{ ${echo}, trials: { times: 10, pass_rate: 70% } }`],
  },
  leak: {
    title: "4 MB leaked with each call are over a limit of memory after the step",
    mode: "leaks-memory",
    steps: [`{ ${echo}, repeat: 40, expect: { memory: { below: 150MiB } } }`],
    outcome: "failed",
    reason: /memory/,
  },
  steady: {
    title: "a server that leaks nothing stays below the same limit",
    mode: "ok",
    steps: [`{ ${echo}, repeat: 40, expect: { memory: { below: 150MiB } } }`],
  },
  slower: {
    title: "calls that take longer each time are over a limit of duration",
    mode: "slower-each-call 100",
    steps: [
      `{ ${echo}, expect: { duration: { below: 10s } } }`,
      `{ ${echo}, repeat: 4, expect: { duration: { below: 250ms } } }`,
    ],
    outcome: "failed",
    reason: /duration/,
  },
  doubled: {
    title: "a tool whose repeated call has a second effect gives another answer",
    mode: "double-effect",
    steps: [
      "{ call: echo, with: { message: hello }, capture: { first: '$.content[0].text' } }",
      "{ call: echo, with: { message: hello }, expect: { text: '{{ first }}' } }",
    ],
    outcome: "failed",
    reason: /created item 2/,
  },
  stops: {
    title: "a call that stops when it is cancelled has no findings",
    mode: "stops-when-cancelled",
    steps: ["{ call: sleep, with: { ms: 1 }, cancel_after: 200ms }", "{ ping: true }"],
  },
  answered: {
    title: "I71 a cancelled call that is answered all the same is named",
    mode: "answers-after-cancel",
    steps: ["{ call: sleep, with: { ms: 1 }, cancel_after: 200ms }", "{ ping: true }"],
    findings: { "answered-after-cancel": /sleep/ },
  },
  onwards: {
    title: "I71 a cancelled call whose progress goes on is named",
    mode: "progress-after-cancel",
    steps: [
      "{ call: sleep, with: { ms: 1 }, cancel_after: 200ms, progress: true }",
      "{ ping: true }",
    ],
    findings: { "cancelled-call-goes-on": /sleep/ },
  },
  growing: {
    title: "I86 progress that grows has no findings",
    mode: "good-progress",
    steps: [`{ ${echo}, progress: true, expect: { progress: { length: 3 } } }`],
  },
  falling: {
    title: "I86 progress that falls is named",
    mode: "progress-backwards",
    steps: [`{ ${echo}, progress: true }`],
    findings: { "bad-progress": /./ },
  },
  stranger: {
    title: "I86 progress under a token nobody gave is named",
    mode: "progress-unknown-token",
    steps: [`{ ${echo}, progress: true }`],
    findings: { "bad-progress": /never-given/ },
  },
  reserved: {
    title: "I72 an error code that JSON-RPC keeps for itself is named",
    mode: "odd-error-code",
    steps: [`{ ${echo}, expect: { "error.code": -32123 } }`],
    findings: { "error-code": /-32123/ },
  },
  fraction: {
    title: "I72 an error code that is no integer is named",
    mode: "fraction-error-code",
    steps: [`{ ${echo} }`],
    outcome: "broken",
    findings: { "malformed-message": /./ },
  },
  masked: {
    title: "A30 a key that a server prints is masked wherever it goes",
    mode: "prints-api-key",
    more: ["secrets: [API_KEY]"],
    steps: [`{ ${echo}, expect: { text: { matches: "key .* accepted" } } }`],
    findings: { "secret-printed": /hidden here/ },
  },
};

showGallery("servers whose calls go wrong", faults, {
  exitCode: 1,
  environment: { API_KEY: token },
  neverSaid: token,
});
