import type { Duplex } from "node:stream";
import { within } from "../clock/index.ts";
import { Fault } from "../fault/index.ts";
import type { Connection } from "./connection.ts";
import { createDemultiplexer, type OutputStream } from "./demultiplex.ts";
import { endpointText } from "./endpoint.ts";
import { engineFault } from "./engine-fault.ts";
import { hijack } from "./hijack.ts";
import type { Attachment } from "./types.ts";

const deadlineMs = 15_000;

/**
 * Attaches to stdin, stdout and stderr over a connection of its own.
 *
 * A request without a body: dockerode's attach sends its options as one, and engines pass that on into the
 * container's stdin when it arrives late (podman always does).
 */
export async function attachTo(connection: Connection, id: string): Promise<Attachment> {
  const doing = `attach to container ${id.slice(0, 12)}`;
  const where = endpointText(connection.endpoint);
  const socket = await within(
    hijack(connection, `/containers/${id}/attach?stream=1&stdin=1&stdout=1&stderr=1`, "tcp"),
    deadlineMs,
    () =>
      new Fault(
        "ENGINE_UNRESPONSIVE",
        `${doing}: the engine at ${where} did not answer within 15 s`,
      ),
  ).catch((error: unknown) => {
    throw engineFault(error, doing, where);
  });
  const hangUp = () => void socket.destroy();
  connection.closed.addEventListener("abort", hangUp);
  socket.once("close", () => connection.closed.removeEventListener("abort", hangUp));
  return createAttachment(socket, doing);
}

/**
 * An attachment over a hijacked socket.
 *
 * Reading begins with the first listener; register both in the same turn. Until then the socket keeps what arrives,
 * and a container blocks after about 1.5 MB of output that nobody reads. A stream without a listener is dropped.
 */
function createAttachment(socket: Duplex, doing: string): Attachment {
  const listeners: Record<OutputStream, ((chunk: Uint8Array) => void)[]> = {
    stdout: [],
    stderr: [],
  };
  let reading = false;
  const ended = new Promise<void>((resolve) => {
    // `end` and not only `close`: the other side may have closed while our half is still open.
    socket
      .once("end", resolve)
      .once("close", resolve)
      .on("error", () => resolve());
    // The container has ended: a write that still waits would wait for ever, as the engine does not read it any more.
    socket.once("end", () => socket.destroy());
  });

  function listen(stream: OutputStream, listener: (chunk: Uint8Array) => void): void {
    listeners[stream].push(listener);
    if (reading) {
      return;
    }
    reading = true;
    const take = createDemultiplexer((from, payload) => {
      for (const each of listeners[from]) {
        each(payload);
      }
    });
    socket.on("data", (chunk: Buffer) => {
      try {
        take(chunk);
      } catch (error) {
        socket.destroy(error instanceof Error ? error : undefined);
      }
    });
  }

  return {
    write: (bytes) =>
      new Promise((resolve, reject) => {
        socket.write(bytes, (error) => {
          if (error) {
            reject(
              new Fault("SESSION_CLOSED", `${doing}: stdin does not take more: ${error.message}`, {
                cause: error,
              }),
            );
          } else {
            resolve();
          }
        });
      }),
    end: () => void socket.end(),
    onStdout: (listener) => listen("stdout", listener),
    onStderr: (listener) => listen("stderr", listener),
    ended,
    destroy: () => void socket.destroy(),
  };
}
