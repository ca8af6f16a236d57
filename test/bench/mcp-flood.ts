// Memory of the driver while a server in a container floods it with notifications. Usage: mcp-flood.ts COUNT
import { openOurs } from "./mcp-attached.ts";

const count = Number(process.argv[2]);
const { session, tapped, end } = await openOurs("counted-notifications", String(count));
let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 20);
const began = performance.now();
const counted = () => session.inbox.counts.get("notifications/message") ?? 0;
while (counted() < count && performance.now() - began < 300_000) {
  await session.ping({ timeoutMs: 60_000 });
}
const seconds = (performance.now() - began) / 1000;
clearInterval(watch);
const result = { peakBytes: peak, counted: counted(), tapped: tapped(), seconds };
await end();
process.stdout.write(`${JSON.stringify(result)}\n`);
process.exit(0);
