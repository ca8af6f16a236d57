// Entry of the step: says at once that it lives, and loads the rest only then.
import { systemClock } from "./clock/index.ts";
import { productAround } from "./product/index.ts";

const oldestNode = 24;

if (Number(process.versions.node.split(".")[0]) < oldestNode) {
  process.stdout.write(
    `::error title=Node.js is too old::Docker MCP Manager needs Node.js ${oldestNode} or newer; this runner has ${process.versions.node}.\n`,
  );
  process.exit(2);
}

if (process.argv[2] === "cache") {
  // Ends the process.
  await import("./cache.ts");
}

const cancelled = new AbortController();
process.on("SIGINT", () => cancelled.abort());
// The runner kills 2.5 s later; post finds all it needs on disk.
process.on("SIGTERM", () => process.exit(143));

const product = productAround(import.meta.url);
process.stdout.write(`Docker MCP Manager ${product.version}\n`);

const { runMain } = await import("./action/index.ts");
const exitCode = await runMain({
  environment: process.env,
  version: product.version,
  managerEntry: product.managerEntry,
  cacheEntry: product.cacheEntry,
  templates: product.templates,
  execPath: process.execPath,
  userId: process.getuid?.(),
  parentPid: process.ppid,
  signal: cancelled.signal,
  write: (text) => process.stdout.write(text),
  clock: systemClock,
});
// Sockets of clients may dangle; what was written is flushed first.
process.stdout.write("", () => process.exit(exitCode));
