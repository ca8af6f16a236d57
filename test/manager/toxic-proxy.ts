import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { setTimeout as later, setImmediate as nextTurn } from "node:timers/promises";
import { onTestFinished } from "vitest";

/** What is done to what a server answers; `isArmed` once a tool was called over this connection. */
export type Toxic = (server: Socket, client: Socket, isArmed: () => boolean) => void;

/** A proxy in front of a port of this machine, until the test is over; `calls` counts calls of tools that went through. */
export async function toxicProxy(port: number, toxic: Toxic) {
  let calls = 0;
  const proxy = createServer((client) => {
    const server = connect(port, "127.0.0.1");
    let isArmed = false;
    client.setNoDelay(true);
    client.on("error", () => server.destroy()).on("close", () => server.destroy());
    server.on("error", () => client.destroy());
    client.on("data", (chunk: Buffer) => {
      if (chunk.includes('"tools/call"')) {
        isArmed = true;
        calls += 1;
      }
      server.write(chunk);
    });
    toxic(server, client, () => isArmed);
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  onTestFinished(() => void proxy.close());
  return { port: (proxy.address() as AddressInfo).port, calls: () => calls };
}

/** In pieces of so many bytes, a turn or `ms` after each other. */
export function slices(bytes: number, ms = 0): Toxic {
  return (server, client) => {
    void (async () => {
      for await (const chunk of server as AsyncIterable<Buffer>) {
        for (let at = 0; at < chunk.length; at += bytes) {
          client.write(chunk.subarray(at, at + bytes));
          await (ms === 0 ? nextTurn() : later(ms));
        }
      }
      client.end();
    })().catch(() => client.destroy());
  };
}

/** Everything comes, and each end of it `ms` too late. */
export function lateEnds(ms: number): Toxic {
  return (server, client) => {
    server.pipe(client, { end: false });
    server.once("end", () => void later(ms).then(() => client.end()));
  };
}

/** The answer to a call is cut after so many bytes: by an end that looks regular, or by a reset. */
export function cutAfter(bytes: number, how: "end" | "reset"): Toxic {
  return (server, client, isArmed) => {
    let left = bytes;
    server.on("data", (chunk: Buffer) => {
      if (!isArmed()) {
        client.write(chunk);
        return;
      }
      const passed = chunk.subarray(0, left);
      left -= passed.length;
      const cut = () => (how === "end" ? client.end() : client.resetAndDestroy());
      if (left > 0) {
        client.write(passed);
      } else if (passed.length > 0) {
        client.write(passed, cut);
      } else {
        cut();
      }
    });
  };
}

/** Nothing comes of the answer to a call, and the connection stays. */
export const blackHole: Toxic = (server, client, isArmed) => {
  server.on("data", (chunk: Buffer) => {
    if (!isArmed()) {
      client.write(chunk);
    }
  });
};
