/**
 * What runs in the relay container, as a text for `node -e`: it has no import, so that no file has to get in there.
 *
 * Frames on stdin and stdout: stream id (4 bytes), kind (1), length (4), payload; big-endian. Kinds: 0 open (payload
 * `host:port`, from our side) or opened at the proxy port (payload the member's address, from its side), 1 data, 2 end
 * of data, 3 cut (payload why, if there is something to say), 4 hold (send no more), 5 go on. Ids from our side are
 * even, from its side odd; 0 says that it listens.
 */
export function relayProgram(proxyPort: number): string {
  return `(${program.toString()})(${proxyPort});`;
}

/** Self-contained: it is sent as source text. */
function program(proxyPort: number): void {
  const { connect, createServer } = process.getBuiltinModule("node:net");
  type Socket = import("node:net").Socket;
  const sockets = new Map<number, Socket>();
  const held = new Set<Socket>();
  let nextId = 1;
  let isFull = false;

  function send(id: number, kind: number, payload?: Uint8Array): void {
    const head = Buffer.alloc(9);
    head.writeUInt32BE(id, 0);
    head.writeUInt8(kind, 4);
    head.writeUInt32BE(payload?.length ?? 0, 5);
    const all = payload === undefined ? head : Buffer.concat([head, payload]);
    if (!process.stdout.write(all) && !isFull) {
      isFull = true;
      for (const socket of sockets.values()) {
        socket.pause();
      }
    }
  }
  process.stdout.on("drain", () => {
    isFull = false;
    for (const socket of sockets.values()) {
      if (!held.has(socket)) {
        socket.resume();
      }
    }
  });

  function adopt(id: number, socket: Socket): void {
    let why = "";
    sockets.set(id, socket);
    socket.setNoDelay(true);
    // Whoever is taken off the network does not say so: after 2 s of silence it is asked once a second, ten times.
    socket.setKeepAlive(true, 2_000);
    socket.on("data", (chunk) => send(id, 1, chunk));
    socket.on("end", () => send(id, 2));
    socket.on("drain", () => send(id, 5));
    socket.on("error", (error: NodeJS.ErrnoException) => {
      why = error.code ?? "EIO";
    });
    socket.on("close", () => {
      held.delete(socket);
      if (sockets.delete(id)) {
        send(id, 3, Buffer.from(why));
      }
    });
    if (isFull) {
      socket.pause();
    }
  }

  function open(id: number, target: string): void {
    const colon = target.lastIndexOf(":");
    const host = target.slice(0, colon);
    const port = Number(target.slice(colon + 1));
    const socket = connect({ host, port, allowHalfOpen: true });
    // The first one says that the connection stands.
    socket.once("connect", () => send(id, 5));
    adopt(id, socket);
  }

  function take(id: number, kind: number, payload: Buffer): void {
    if (kind === 0) {
      open(id, payload.toString());
      return;
    }
    const socket = sockets.get(id);
    if (socket === undefined) {
      return;
    }
    if (kind === 1 && !socket.write(payload)) {
      send(id, 4);
    } else if (kind === 2) {
      socket.end();
    } else if (kind === 3) {
      sockets.delete(id);
      socket.destroy();
    } else if (kind === 4) {
      held.add(socket);
      socket.pause();
    } else if (kind === 5) {
      held.delete(socket);
      if (!isFull) {
        socket.resume();
      }
    }
  }

  let buffered: Buffer = Buffer.alloc(0);
  process.stdin.on("data", (chunk: Buffer) => {
    buffered = buffered.length === 0 ? chunk : Buffer.concat([buffered, chunk]);
    let at = 0;
    while (buffered.length - at >= 9) {
      const length = buffered.readUInt32BE(at + 5);
      if (buffered.length - at - 9 < length) {
        break;
      }
      const payload = Buffer.from(buffered.subarray(at + 9, at + 9 + length));
      take(buffered.readUInt32BE(at), buffered.readUInt8(at + 4), payload);
      at += 9 + length;
    }
    buffered = buffered.subarray(at);
  });
  process.stdin.on("end", () => process.exit(0));

  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const id = nextId;
    nextId += 2;
    send(id, 0, Buffer.from(socket.remoteAddress ?? ""));
    adopt(id, socket);
  });
  // A member that opens one after the other is to fill neither us nor the manager.
  server.maxConnections = 1_000;
  server.listen(proxyPort, () => send(0, 0));
}
