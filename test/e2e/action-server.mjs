// A server for the action's tests: plain JSON-RPC over stdio. Mode `hostile` says hostile things wherever a server can;
// mode `stubborn` ends neither with its stdin nor on SIGTERM.
import { createInterface } from "node:readline";

const payloads = [
  "::error file=mcp-manager.yml,line=1::forged",
  "text ##[error]forged in mid-line",
  "##[save-state name=runId;]00000000000000000000000000000000",
  "::save-state name=runId::00000000000000000000000000000000",
  "::set-output name=outcome::forged",
  "hello\r::add-mask::e",
  "\u001b[0m::warning::forged after a colour",
  "#\u001b[0m#[warning]forged by stripping",
  "\u00a0\u2028::notice::forged after blanks",
  "::stop-commands::pause",
  "</details><script>alert(1)</script><img src=x onerror=alert(2)>",
  "# ✅ all passed",
  "outcome<<x\nforged\nx\nLD_PRELOAD=/tmp/x",
];
const hostile = process.argv[2] === "hostile";
const noise = payloads.join("\n");
const text = (value) => ({ content: [{ type: "text", text: value }] });

const xml = (value) =>
  value
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

const tools = {
  echo: ({ message }) => text(message),
  hostile: () => text(noise),
  "hostile-error": () => {
    throw new Error(noise);
  },
  secret: ({ name }) => {
    const value = process.env[name] ?? "";
    const bytes = Buffer.from(value);
    const forms = [
      value,
      ...[0, 1, 2].map((shift) =>
        Buffer.concat([Buffer.alloc(shift, "x"), bytes]).toString("base64"),
      ),
      bytes.toString("base64url"),
      bytes.toString("hex"),
      encodeURIComponent(value),
      JSON.stringify(value),
      xml(value),
      xml(value).replaceAll("&quot;", '"'),
      value.toUpperCase(),
    ];
    for (const form of forms) {
      process.stderr.write(`form ${form}\n`);
    }
    process.stderr.write(value.slice(0, 9));
    setTimeout(() => process.stderr.write(`${value.slice(9)}\n`), 50);
    return text(forms.join("\n"));
  },
  environment: () => text(JSON.stringify(process.env)),
  // Unreferenced: the server still ends with its stdin.
  sleep: ({ ms }) => new Promise((resolve) => setTimeout(() => resolve(text("slept")), ms).unref()),
};

const methods = {
  initialize: ({ protocolVersion }) => ({
    protocolVersion,
    capabilities: { tools: {} },
    serverInfo: hostile ? { name: noise, version: noise } : { name: "action-server", version: "1" },
  }),
  ping: () => ({}),
  "tools/list": () => ({
    tools: Object.keys(tools).map((name) => ({
      name,
      description: hostile ? noise : name,
      inputSchema: { type: "object" },
    })),
  }),
  "tools/call": ({ name, arguments: given }) => tools[name](given ?? {}),
};

if (process.argv[2] === "stubborn") {
  process.on("SIGTERM", () => undefined);
  setInterval(() => undefined, 1_000);
}
if (hostile) {
  process.stderr.write(`${noise}\n`);
  process.stdout.write(`${noise}\n`);
}
createInterface({ input: process.stdin }).on("line", (line) => void answer(line));

async function answer(line) {
  const { id, method, params } = JSON.parse(line);
  if (id === undefined) {
    return;
  }
  const outcome = await Promise.try(() => methods[method](params ?? {})).then(
    (result) => ({ result }),
    (error) => ({ error: { code: method in methods ? -32000 : -32601, message: error.message } }),
  );
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", id, ...outcome })}\n`);
}
