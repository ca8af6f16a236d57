import { createServer, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import { pipeline } from "node:stream";
import { Fault } from "../../fault/index.ts";

/** A port of 127.0.0.1 on the manager's machine that leads to a server. */
export interface PublishedPort {
  readonly port: number;
  /** Where connections go from now on; before, and when it rejects, they are closed. */
  lead(dial: () => Promise<Duplex>): void;
  /** Also ends the connections there are. */
  close(): void;
}

const loopback = "127.0.0.1";

/**
 * Listens for a server that is still to be created. `wanted` 0 is a free port. Rejects with HOST_PORT_UNAVAILABLE.
 *
 * The engine publishes nothing: it could not for an internal network, and its machine may be another one.
 */
export async function publishPort(name: string, wanted: number): Promise<PublishedPort> {
  let dial: (() => Promise<Duplex>) | undefined;
  const open = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    open.add(socket);
    socket.on("error", () => undefined);
    socket.once("close", () => open.delete(socket));
    void join(socket, dial);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(unavailable(name, wanted, error)),
    );
    server.listen({ host: loopback, port: wanted, exclusive: true }, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : wanted,
    lead(to) {
      dial = to;
    },
    close() {
      server.close();
      for (const socket of open) {
        socket.destroy();
      }
    },
  };
}

async function join(socket: Socket, dial: (() => Promise<Duplex>) | undefined): Promise<void> {
  try {
    const inner = await dial?.();
    if (inner === undefined) {
      socket.destroy();
      return;
    }
    pipeline(socket, inner, socket, () => {
      socket.destroy();
      inner.destroy();
    });
  } catch {
    socket.destroy();
  }
}

function unavailable(server: string, port: number, error: NodeJS.ErrnoException): Fault {
  const why =
    error.code === "EADDRINUSE"
      ? "is in use by another process"
      : error.code === "EACCES"
        ? "is only for processes with more rights"
        : `cannot be listened on (${error.message})`;
  return new Fault(
    "HOST_PORT_UNAVAILABLE",
    `Publish server "${server}": port ${port} of ${loopback} ${why}.`,
    {
      cause: error,
    },
  );
}
