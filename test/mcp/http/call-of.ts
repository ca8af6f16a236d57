import type { Fault } from "../../../src/fault/index.ts";
import {
  connectHttp,
  type Handler,
  legacyHandler,
  modernHandler,
  startStub,
} from "./stub-server.ts";

const timeoutMs = 20_000;
const echo = { name: "echo", arguments: { message: "hi" } };

/** Calls a tool of a server that answers it in this way. */
export async function callOf(handler: Handler, given: Parameters<typeof connectHttp>[1] = {}) {
  const make = given.protocol === "modern" ? modernHandler : legacyHandler;
  await using stub = await startStub(make({ "tools/call": handler }));
  await using connected = await connectHttp(stub.url, given);
  const { session, heard } = connected;
  const outcome = await session
    .request("tools/call", echo, { timeoutMs })
    .catch((error: unknown) => error as Fault);
  return { outcome, heard, codes: heard.findings.map(({ code }) => code), seen: stub.seen };
}
