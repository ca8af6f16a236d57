// Modes that concern what a server says: secrets and text that means something to a log or a page.
import { error, onCall, result, rightAnswer, send, stderr, text, write } from "./right-answers.mjs";

function hostile(token) {
  return [
    `::add-mask::${token}`,
    `::error file=x::${token}`,
    `::save-state name=x::${token}`,
    `##[group]${token}`,
    `x##[error]${token}`,
    `\u001b[31m${token}\u001b[0m\u001b]0;title\u0007`,
    `<script>alert("${token}")</script><img src=x onerror=alert(1)>`,
    `| a | b |\n|---|---|\n# ${token} [link](javascript:alert(1)) @everyone`,
    `\u2028::error::${token}\u0085::error::${token}`,
    `]]>&lt;${token}\u0000\u202e`,
  ];
}

function encodings(value) {
  const bytes = Buffer.from(value);
  return [
    value,
    bytes.toString("base64"),
    bytes.toString("base64url"),
    bytes.toString("hex"),
  ].concat(
    encodeURIComponent(value),
    JSON.stringify(value),
    [...value].toReversed().join(""),
    value.toUpperCase(),
  );
}

export const speechFaults = {
  // What it says
  "echoes-env": onCall((message) => {
    const lines = Object.entries(process.env).flatMap(([name, value]) =>
      encodings(value).map((coded) => `${name}=${coded}`),
    );
    lines.forEach(stderr);
    write(lines.map((line) => `${line.replaceAll("\n", " ")}\n`).join(""));
    send(result(message, text(lines.join("\n"))));
  }),
  "hostile-text": {
    start: () => (hostile("stderr").forEach(stderr), write(`${hostile("stdout").join("\n")}\n`)),
    answer: async (message) => {
      if (message.method === "tools/list") {
        send(
          result(message, {
            tools: hostile("tool").map((name) => ({
              name,
              description: name,
              inputSchema: { type: "object" },
            })),
          }),
        );
      } else if (message.method === "tools/call") {
        send(
          message.params.name === "fail"
            ? error(message, -32000, hostile("error").join("\n"))
            : result(message, text(hostile("text").join("\n"))),
        );
      } else {
        send(await rightAnswer(message));
      }
    },
  },
};
