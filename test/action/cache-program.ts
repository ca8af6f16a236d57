// The action's entry as the image cache starts it, which passes on little of its environment: with what is compiled
// once for all programs of the tests, since these are started thirty times.
import { enableCompileCache } from "node:module";
import { join } from "node:path";

enableCompileCache(join(import.meta.dirname, "../../.cache/compiled"));
await import("../../src/main.ts");
