// The cache process, which shares main's bundle: the cache service's client takes folder, token and place from the environment of its
// process and prints as it likes, so it gets a process of its own.
import { writeSync } from "node:fs";
import { runCacheClient } from "./action/index.ts";

const [, , , action = "", key = ""] = process.argv;
await runCacheClient(action, key, (line) => writeSync(3, `${line}\n`));
// Sockets of the client may dangle; what was written is flushed first.
await new Promise<void>((resolve) => void process.stdout.write("", () => resolve()));
process.exit(0);
