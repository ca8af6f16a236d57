import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer as createTlsServer } from "node:tls";
import { afterAll, expect, test } from "vitest";
import { systemClock } from "../../src/clock/index.ts";
import { connectEngine, type EngineEnvironment, openObjectStore } from "../../src/engine/index.ts";
import { runToEnd, spec, useEngine } from "./real-engine.ts";

useEngine();
const folder = mkdtempSync(join(tmpdir(), "engine-"));
const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) {
    server.close();
  }
  rmSync(folder, { recursive: true });
});

function toEngine(near: Socket): void {
  const far = connect({ path: "/var/run/docker.sock", allowHalfOpen: true });
  near
    .on("error", () => far.destroy())
    .pipe(far.on("error", () => near.destroy()))
    .pipe(near);
}

async function listen(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return `tcp://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
}

async function echoThrough(environment: EngineEnvironment) {
  const engine = await connectEngine({ environment, clock: systemClock });
  const wanted = spec(["sh", "-c", "cat; echo end"]);
  const { stdout } = await runToEnd(engine, wanted, Buffer.from("hello\n"));
  engine.close();
  const [label = []] = Object.entries(wanted.labels);
  await openObjectStore(environment).listLabelled([label.join("=")]);
  return { text: stdout.toString(), endpoint: engine.info.endpoint };
}

test("an engine over TCP is driven like one over a socket", async () => {
  const host = await listen(createServer({ allowHalfOpen: true }, toEngine));
  expect(await echoThrough({ DOCKER_HOST: host })).toEqual({
    text: "hello\nend\n",
    endpoint: host,
  });
});

test("an engine over TLS is driven like one over a socket, and one of another authority is not trusted", async () => {
  for (const authority of ["ours", "theirs"]) {
    makeCertificates(join(folder, authority));
  }
  const file = (name: string) => readFileSync(join(folder, "ours", name));
  const options = {
    ca: file("ca.pem"),
    cert: file("cert.pem"),
    key: file("key.pem"),
    requestCert: true,
  };
  const host = await listen(createTlsServer({ ...options, allowHalfOpen: true }, toEngine));
  const environment = {
    DOCKER_HOST: host,
    DOCKER_TLS_VERIFY: "1",
    DOCKER_CERT_PATH: join(folder, "ours"),
  };
  expect(await echoThrough(environment)).toEqual({ text: "hello\nend\n", endpoint: host });
  // The docker CLI keeps a context's certificates beside it; the port says nothing.
  const id = createHash("sha256").update("mine").digest("hex");
  const kept = (kind: string) => join(folder, "contexts", kind, id);
  mkdirSync(kept("meta"), { recursive: true });
  writeFileSync(
    join(kept("meta"), "meta.json"),
    JSON.stringify({ Endpoints: { docker: { Host: host } } }),
  );
  cpSync(join(folder, "ours"), join(kept("tls"), "docker"), { recursive: true });
  expect((await echoThrough({ DOCKER_CONFIG: folder, DOCKER_CONTEXT: "mine" })).endpoint).toBe(
    host,
  );
  await expect(
    echoThrough({ ...environment, DOCKER_CERT_PATH: join(folder, "theirs") }),
  ).rejects.toMatchObject({
    code: "ENGINE_ERROR",
    message: expect.stringMatching(/certificate/),
  });
});

/** An authority and one certificate for both ends of a connection to 127.0.0.1. */
function makeCertificates(path: string): void {
  const openssl = (...args: string[]) =>
    execFileSync("openssl", args, { cwd: path, stdio: "ignore" });
  execFileSync("mkdir", [path]);
  writeFileSync(join(path, "names"), "subjectAltName=IP:127.0.0.1\n");
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
  openssl(
    "req",
    "-x509",
    ...key,
    "-keyout",
    "ca-key.pem",
    "-out",
    "ca.pem",
    "-subj",
    "/CN=authority",
    "-days",
    "2",
  );
  openssl("req", ...key, "-keyout", "key.pem", "-out", "request.pem", "-subj", "/CN=end");
  const signing = [
    "-CA",
    "ca.pem",
    "-CAkey",
    "ca-key.pem",
    "-CAcreateserial",
    "-extfile",
    "names",
    "-days",
    "2",
  ];
  openssl("x509", "-req", "-in", "request.pem", "-out", "cert.pem", ...signing);
}
