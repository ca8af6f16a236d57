import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { spec, useEngine } from "./real-engine.ts";

const engine = useEngine();
const host = mkdtempSync(join(tmpdir(), "read-file-"));
const most = 64 * 1024;
const long = "n".repeat(200);
const writable = { readOnlyRootfs: false, user: "0:0", tmpfs: { "/tmp": 2 ** 20 } };
let id = "";

const make = `mkdir -p /data/many && cd /data && printf 'a\\000b\\377' > bytes && printf x > ${long} &&
  printf s > set && chmod 4755 set && : > empty && head -c ${most} /dev/zero > most && head -c ${most + 1} /dev/zero > more &&
  ln -s bytes link && ln -s ../../../../../../../.. up && ln bytes hard && mkfifo pipe && truncate -s 5G sparse &&
  for i in $(seq 2000); do : > many/$i; done; printf m > /tmp/memory; echo made; exec sleep 1000`;

beforeAll(async () => {
  writeFileSync(join(host, "canary"), "of the host");
  id = await engine().createContainer(spec(["sh", "-c", make], writable));
  const attachment = await engine().attach(id);
  const made = new Promise<void>((resolve) => attachment.onStdout(() => resolve()));
  await engine().start(id);
  await made;
});
afterAll(async () => {
  await engine().remove(id);
  rmSync(host, { recursive: true });
});

test.each([
  ["bytes", "YQBi/w=="],
  ["hard", "YQBi/w=="],
  [long, "eA=="],
  ["set", "cw=="],
  ["empty", ""],
  ["up/data/set", "cw=="],
])("a plain file of a container is read as it is: %s", async (name, expected) => {
  const read = await engine().readFile(id, `/data/${name}`, most);
  expect(read.kind === "file" && Buffer.from(read.bytes).toString("base64")).toBe(expected);
});

test("a file of just the size that is read comes whole", async () => {
  const read = await engine().readFile(id, "/data/most", most);
  expect(read.kind === "file" && read.bytes.byteLength).toBe(most);
});

test.each([
  ["/data/more", "has 65537 bytes, and no more than 65536 are read"],
  ["/data/sparse", "has 5368709120 bytes, and no more than 65536 are read"],
  ["/data/link", "is a symbolic link"],
  ["/data/many", "is a folder"],
  ["/data/pipe", "is a pipe"],
  ["/data/up", "is a symbolic link"],
  ["/tmp/memory", "lies in memory, which no engine reads files out of"],
  ["/proc/1/environ", "lies in memory, which no engine reads files out of"],
  ["/dev/null", "lies in memory, which no engine reads files out of"],
])("A33 what is no plain file, or too large, is refused from its head: %s", async (path, why) => {
  expect(await engine().readFile(id, path, most)).toEqual({ kind: "refused", why });
});

test("A33 a link that leads out of the container leads nowhere", async () => {
  for (const path of [`/data/up${host}/canary`, `/data/../../..${host}/canary`, "/data/none"]) {
    expect(await engine().readFile(id, path, most)).toEqual({ kind: "absent" });
  }
});
