import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type Clock, systemClock } from "../../src/clock/index.ts";
import { type ArtifactEntry, artifactMethods } from "./artifact-methods.ts";
import { BlobStore, readBody } from "./blob-store.ts";
import { type CacheEntry, cacheMethods } from "./cache-methods.ts";
import { type Answer, message, notFound, runtimeToken } from "./twirp.ts";

export interface StoredArtifact {
  readonly id: number;
  readonly name: string;
  readonly mimeType: string;
  readonly digest: string;
  readonly expiresAt: string | undefined;
  readonly content: Buffer;
}

/** What a request gets instead of its answer: a status with a body, a delay, or both. */
export interface Misbehaviour {
  readonly status?: number;
  readonly body?: unknown;
  readonly delayMs?: number;
}

export interface ResultsService {
  readonly url: string;
  /** Variables that make the artifact and cache clients talk to this service. */
  readonly env: Readonly<Record<string, string>>;
  /** Finalized artifacts, oldest first. */
  artifacts(): readonly StoredArtifact[];
  cacheKeys(): readonly string[];
  /** `METHOD /path` of every request so far. */
  readonly requests: readonly string[];
  /** Asked before each request; replaces an earlier one. */
  misbehave(rule: (route: string) => Misbehaviour | undefined): void;
  close(): Promise<void>;
}

/** A local stand-in for the service behind ACTIONS_RESULTS_URL, enough for the official artifact and cache clients. */
export async function startResultsService(clock: Clock = systemClock): Promise<ResultsService> {
  const artifacts: ArtifactEntry[] = [];
  const caches: CacheEntry[] = [];
  const blobs = new BlobStore();
  const requests: string[] = [];
  let rule: (route: string) => Misbehaviour | undefined = () => undefined;
  let nextId = 1;
  let origin = "";

  const frame = { origin: () => origin, nextId: () => nextId++ };
  const methods = { ...artifactMethods(artifacts, frame, clock), ...cacheMethods(caches, frame) };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", origin);
    const route = `${request.method} ${url.pathname}`;
    requests.push(route);
    const misbehaviour = rule(route);
    if (misbehaviour?.delayMs !== undefined) {
      await clock.sleep(misbehaviour.delayMs);
    }
    if (misbehaviour?.status !== undefined) {
      request.resume();
      const failure = { code: "injected", msg: "injected failure" };
      sendJson(response, [misbehaviour.status, misbehaviour.body ?? failure]);
      return;
    }
    if (url.pathname.startsWith("/account/")) {
      const artifact = artifacts.find((candidate) => candidate.blobPath === url.pathname);
      const raw = artifact !== undefined && artifact.mimeType !== "application/zip";
      await blobs.answer(
        request,
        response,
        url,
        artifact === undefined ? "cache" : `${artifact.name}${raw ? "" : ".zip"}`,
      );
      return;
    }
    const method = methods[url.pathname.replace("/twirp/github.actions.results.api.v1.", "")];
    if (method === undefined || request.headers.authorization !== `Bearer ${runtimeToken}`) {
      request.resume();
      sendJson(
        response,
        method === undefined ? notFound : [401, { code: "unauthenticated", msg: "bad token" }],
      );
      return;
    }
    sendJson(
      response,
      method(message.parse(JSON.parse((await readBody(request)).toString("utf8")))),
    );
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!response.headersSent) {
        sendJson(response, [500, { code: "internal", msg: String(error) }]);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  return {
    url: origin,
    env: {
      ACTIONS_RESULTS_URL: `${origin}/`,
      ACTIONS_RUNTIME_TOKEN: runtimeToken,
      ACTIONS_CACHE_SERVICE_V2: "True",
    },
    artifacts: () =>
      artifacts
        .filter((artifact) => artifact.finalized)
        .map(({ id, name, mimeType, digest, expiresAt, blobPath }) => ({
          id,
          name,
          mimeType,
          digest,
          expiresAt,
          content: blobs.get(blobPath) ?? Buffer.alloc(0),
        })),
    cacheKeys: () => caches.filter((entry) => entry.finalized).map((entry) => entry.key),
    requests,
    misbehave(next) {
      rule = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function sendJson(response: ServerResponse, [status, body]: Answer): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
