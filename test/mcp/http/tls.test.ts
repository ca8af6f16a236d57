import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bearerAuth } from "../../../src/mcp/index.ts";
import { rejection } from "../child-server.ts";
import { connectHttp } from "./stub-server.ts";

test("A37 a certificate nobody vouches for ends the connection before a token is sent", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tls-"));
  const key = join(folder, "key.pem");
  const cert = join(folder, "cert.pem");
  const args = "req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost -keyout".split(" ");
  execFileSync("openssl", [...args, key, "-out", cert], { stdio: "ignore" });
  let asked = 0;
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, () => {
    asked += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // An address of TCP, as asked for the line above.
  const { port } = server.address() as AddressInfo;
  try {
    const connecting = connectHttp(`https://localhost:${port}/mcp`, {
      protocol: "auto",
      endpoint: { auth: bearerAuth("t") },
    });
    expect(await rejection(connecting)).toMatchObject({
      code: "SERVER_NOT_READY",
      message: expect.stringContaining("self-signed certificate"),
    });
    expect(asked).toBe(0);
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
});
