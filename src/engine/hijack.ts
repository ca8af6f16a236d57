import { request } from "node:http";
import { request as secureRequest } from "node:https";
import type { Duplex } from "node:stream";
import type { Connection } from "./connection.ts";
import { socketOptions } from "./endpoint.ts";

/** A connection of its own that the engine has switched from HTTP to `protocol`; rejects with the status it answered otherwise. */
export function hijack(
  connection: Connection,
  path: string,
  protocol: "tcp" | "h2c",
  headers: Readonly<Record<string, string | readonly string[]>> = {},
): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    const { endpoint } = connection;
    const send = endpoint.kind === "tcp" && endpoint.tls ? secureRequest : request;
    const outgoing = send({
      ...socketOptions(endpoint),
      path: `${connection.prefix}${path}`,
      method: "POST",
      agent: false,
      signal: connection.closed,
      headers: { Connection: "Upgrade", Upgrade: protocol, ...headers },
    });
    outgoing.once("upgrade", (_response, socket, head) => {
      if (head.length > 0) {
        socket.unshift(head);
      }
      resolve(socket);
    });
    outgoing.once("response", (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => {
        text += part;
      });
      response.once("end", () => {
        const { statusCode } = response;
        reject(Object.assign(new Error(`HTTP ${statusCode}: ${text.trim()}`), { statusCode }));
      });
      response.once("error", reject);
    });
    outgoing.once("error", reject);
    outgoing.end();
  });
}
