import { randomUUID } from "node:crypto";
import type { handleUnaryCall, Server, ServiceDefinition } from "@grpc/grpc-js";
import { within } from "../clock/index.ts";
import { Fault } from "../fault/index.ts";
import type { Connection } from "./connection.ts";
import { endpointText } from "./endpoint.ts";
import { engineFault } from "./engine-fault.ts";
import { hijack } from "./hijack.ts";
import { bytesField, lastFields, textOf } from "./protobuf.ts";

/** A connection over which a build asks for secrets. */
export interface BuildSession {
  /** What the build request names it by. */
  readonly id: string;
  close(): void;
}

const deadlineMs = 15_000;

const getSecret = "/moby.buildkit.secrets.v1.Secrets/GetSecret";
const checkHealth = "/grpc.health.v1.Health/Check";

/** `status: SERVING`, the one field of the health service's answer. BuildKit asks every few seconds and else hangs up. */
const serving = Buffer.from([8, 1]);

/**
 * Offers secrets (id → value) to a build: BuildKit calls back over a connection that the engine switches to gRPC, and mounts
 * what it gets as a file in memory, so that a value is in no request, layer, history or cache.
 *
 * Rejects IMAGE_BUILD_FAILED when the engine knows no sessions.
 */
export async function openBuildSession(
  connection: Connection,
  secrets: Readonly<Record<string, string>>,
): Promise<BuildSession> {
  const doing = "open a session for the secrets of a build";
  const where = endpointText(connection.endpoint);
  const id = randomUUID();
  const headers = {
    "X-Docker-Expose-Session-Uuid": id,
    "X-Docker-Expose-Session-Name": "docker-mcp-manager",
    "X-Docker-Expose-Session-Grpc-Method": [getSecret, checkHealth],
  };
  const socket = await within(
    hijack(connection, "/session", "h2c", headers),
    deadlineMs,
    () => new Fault("ENGINE_UNRESPONSIVE", `${doing}: ${where} did not answer within 15 s`),
  ).catch((error: unknown) => {
    const fault = engineFault(error, doing, where);
    throw fault.code === "ENGINE_ERROR"
      ? new Fault("IMAGE_BUILD_FAILED", fault.message, {
          hint: "Secrets need BuildKit and its sessions: Docker Engine 20.10 to 29.",
          cause: error,
        })
      : fault;
  });
  // The build's own answer says what an ended session means.
  socket.on("error", () => undefined);
  const server = await serverOf(secrets);
  const { ServerCredentials } = await import("@grpc/grpc-js");
  server.createConnectionInjector(ServerCredentials.createInsecure()).injectConnection(socket);
  return {
    id,
    close() {
      server.forceShutdown();
      socket.destroy();
    },
  };
}

async function serverOf(secrets: Readonly<Record<string, string>>): Promise<Server> {
  const { Server, status } = await import("@grpc/grpc-js");
  const server = new Server();
  server.addService(unary("GetSecret", getSecret), {
    GetSecret: answering(({ request }, answer) => {
      const id = textOf(lastFields(request).get(1)?.bytes);
      const value = Object.hasOwn(secrets, id) ? secrets[id] : undefined;
      if (value === undefined) {
        answer({ code: status.NOT_FOUND, details: `secret ${id} not found` });
      } else {
        answer(null, bytesField(1, Buffer.from(value)));
      }
    }),
  });
  server.addService(unary("Check", checkHealth), {
    Check: answering((_call, answer) => answer(null, serving)),
  });
  return server;
}

type Handler = handleUnaryCall<Buffer, Buffer>;

/** Only says the type: the library's table of handlers is of `any`. */
function answering(handler: Handler): Handler {
  return handler;
}

/** A service of one method whose messages are left as bytes. */
function unary(name: string, path: string): ServiceDefinition {
  const asIs = (bytes: Buffer) => bytes;
  return {
    [name]: {
      path,
      requestStream: false,
      responseStream: false,
      requestSerialize: asIs,
      requestDeserialize: asIs,
      responseSerialize: asIs,
      responseDeserialize: asIs,
    },
  };
}
