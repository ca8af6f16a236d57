// Connects as whatever user runs it, and prints the fault as JSON.
import { systemClock } from "../../src/clock/index.ts";
import { connectEngine } from "../../src/engine/index.ts";
import { asFault } from "../../src/fault/index.ts";

try {
  const engine = await connectEngine({ environment: process.env, clock: systemClock });
  console.log(JSON.stringify(engine.info));
  engine.close();
} catch (error) {
  const { code, message, hint } = asFault(error);
  console.log(JSON.stringify({ code, message, hint }));
}
