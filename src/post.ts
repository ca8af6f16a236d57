// Entry of the end of the job: whatever happens here, a good job stays good.
import { systemClock } from "./clock/index.ts";
import { productAround } from "./product/index.ts";

const oldestNode = 24;

for (const event of ["uncaughtException", "unhandledRejection"] as const) {
  process.on(event, (error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    const escaped = reason.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
    process.stdout.write(`::warning title=Docker MCP Manager::${escaped}\n`, () => process.exit(0));
  });
}

// Main has said that Node.js is too old, and has started nothing.
if (Number(process.versions.node.split(".")[0]) >= oldestNode) {
  const product = productAround(import.meta.url);
  const { runPost } = await import("./action/index.ts");
  await runPost({
    environment: process.env,
    version: product.version,
    managerEntry: product.managerEntry,
    cacheEntry: product.cacheEntry,
    templates: product.templates,
    execPath: process.execPath,
    userId: process.getuid?.(),
    parentPid: process.ppid,
    signal: new AbortController().signal,
    write: (text) => process.stdout.write(text),
    clock: systemClock,
  });
}
process.stdout.write("", () => process.exit(0));
