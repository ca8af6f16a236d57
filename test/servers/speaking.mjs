// The loop of a small server that also asks: one JSON text a line, requests both ways.
import { once } from "node:events";

export const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
export const text = (value) => ({ content: [{ type: "text", text: String(value) }] });

/** A JSON-RPC error to throw. */
export const fault = (code, message, data) => Object.assign(new Error(message), { code, data });

/** Settles as the handlers given say: `request(message)` returns a result or throws a `fault`. */
export function speak({ request, notified = () => undefined }) {
  const waiting = new Map();
  let lastId = 0;
  const send = (message) =>
    process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
  const notify = (method, params) => send({ method, params });
  /** Asks the client; resolves with its whole response. */
  const ask = (method, params, id = `s${(lastId += 1)}`) => {
    send({ id, method, params });
    return new Promise((resolve) => waiting.set(id, resolve));
  };
  /** Writes as fast as it is read. */
  const flood = async (count, message) => {
    const lines = `${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`.repeat(1000);
    for (let sent = 0; sent < count; sent += 1000) {
      if (!process.stdout.write(lines)) {
        await once(process.stdout, "drain");
      }
    }
  };
  const wire = { send, notify, ask, flood };

  async function take(message) {
    if (message.method === undefined) {
      waiting.get(message.id)?.(message);
      waiting.delete(message.id);
    } else if (message.id === undefined) {
      notified(message, wire);
    } else {
      try {
        const result = await request(message, wire);
        if (result !== undefined) {
          send({ id: message.id, result });
        }
      } catch (error) {
        const { code = -32603, message: says, data } = error;
        send({ id: message.id, error: { code, message: says, data } });
      }
    }
  }

  let rest = "";
  process.stdin.setEncoding("utf8");
  process.stdin.on("data", (chunk) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop();
    for (const line of lines) {
      let message;
      try {
        message = JSON.parse(line);
      } catch {
        send({ id: null, error: { code: -32700, message: "Parse error" } });
        continue;
      }
      void take(message);
    }
  });
  process.stdin.on("end", () => process.exit(0));
  return wire;
}
