import { chmod, writeFile } from "node:fs/promises";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { systemClock } from "../../src/clock/index.ts";
import { type PullDeps, provideImage, pullImage } from "../../src/registry/pull/pull.ts";
import { faultOf, registryDeps, scratch } from "./deps.ts";
import { type ImageRegistry, imageRegistry, refuse, type Trouble } from "./image-registry.ts";

/** A registry, an engine that pulls from it, and the waits that were asked for; none takes time. */
async function pulling(options: Parameters<typeof imageRegistry>[0] = {}): Promise<{
  registry: ImageRegistry;
  image: string;
  deps: PullDeps;
  waits: number[];
  lines: string[];
}> {
  const registry = await imageRegistry(options);
  const image = `${registry.host}/${registry.name}:1`;
  const { engine, lines } = await registryDeps(await scratch());
  onTestFinished(() => engine.removeImage(image));
  const waits: number[] = [];
  const sleep = async (ms: number) => void waits.push(ms);
  const deps = {
    engine,
    clock: { ...systemClock, sleep },
    onProgress: (line: string) => void lines.push(line),
  };
  return { registry, image, deps, waits, lines };
}

const tooMany =
  (retryAfter: string, until: () => boolean): Trouble =>
  ({ kind }, answer) =>
    kind === "manifest" &&
    !until() &&
    refuse(answer, 429, "TOOMANYREQUESTS", "You have reached your pull rate limit.", {
      "retry-after": retryAfter,
    });

describe("F14 a registry at its limit", () => {
  test("F14 is asked again after the time it asks for, and a little more", async () => {
    const waited: number[] = [];
    const { image, deps, lines } = await pulling({
      trouble: tooMany("2", () => waited.length > 0),
    });
    const sleep = async (ms: number) => void waited.push(ms);
    await pullImage(image, { ...deps, clock: { ...systemClock, sleep } });
    expect(waited).toHaveLength(1);
    expect(waited[0]).toBeGreaterThanOrEqual(2_000);
    expect(waited[0]).toBeLessThan(2_700);
    expect(lines.join("\n")).toMatch(/pull rate limit.*trying again in 2\.\d s \(1 of 3\)/);
  });

  test("F14 is tried three times, then a login or a mirror is named", async () => {
    const { image, deps, waits } = await pulling({ trouble: tooMany("2", () => false) });
    const fault = await faultOf(pullImage(image, deps));
    expect([fault.code, fault.exitCode, waits.length]).toEqual(["IMAGE_PULL_LIMITED", 4, 2]);
    expect(fault.message).toMatch(/You have reached your pull rate limit.*\(tried 3 times\)$/);
    expect(fault.hint).toMatch(/docker login.*mirror/);
  });

  test("F14 that asks for an hour is not waited for", async () => {
    const { image, deps, waits } = await pulling({ trouble: tooMany("3600", () => false) });
    const fault = await faultOf(pullImage(image, deps));
    expect([fault.code, waits]).toEqual(["IMAGE_PULL_LIMITED", []]);
    expect(fault.message).toContain("asks to wait 3600 s");
  });
});

describe("F15 a registry in trouble", () => {
  const manifest =
    (act: (answer: Parameters<Trouble>[1], count: number) => boolean): Trouble =>
    ({ kind, count }, answer) =>
      kind === "manifest" && act(answer, count);

  test("F15 that fails with 500 is tried three times, and one that recovers is pulled from", async () => {
    const down = await pulling({
      trouble: manifest((answer) => refuse(answer, 500, "UNKNOWN", "down")),
    });
    const fault = await faultOf(pullImage(down.image, down.deps));
    expect(fault.code).toBe("IMAGE_PULL_BROKEN");
    expect(fault.message).toMatch(/500 Internal Server Error.*\(tried 3 times\)$/);
    expect(down.waits).toHaveLength(2);
    const recovers = await pulling({
      trouble: manifest((answer, count) => count <= 2 && refuse(answer, 503, "UNKNOWN", "down")),
    });
    expect((await pullImage(recovers.image, recovers.deps)).image.id).toMatch(/^sha256:/);
    expect(recovers.waits).toHaveLength(1);
  });

  test("F15 that cuts its answer is tried again", async () => {
    const cuts = await pulling({
      trouble: manifest((answer, count) => {
        if (count > 1) {
          return false;
        }
        answer.destroy();
        return true;
      }),
    });
    await pullImage(cuts.image, cuts.deps);
    expect(cuts.waits).toHaveLength(1);
  });

  test("F15 that stalls is given up when nothing comes for the time allowed", async () => {
    const { image, deps, waits } = await pulling({ trouble: ({ kind }) => kind === "layer" });
    const fault = await faultOf(pullImage(image, deps, { silenceMs: 400 }));
    expect([fault.code, waits.length]).toEqual(["IMAGE_PULL_BROKEN", 2]);
    expect(fault.message).toContain("nothing arrived for 0.4 s");
  });

  test("F15 that wants a login is told of once, with how to give one", async () => {
    const trouble = manifest((answer) =>
      refuse(answer, 401, "UNAUTHORIZED", "authentication required"),
    );
    const { image, deps, waits } = await pulling({ trouble });
    const fault = await faultOf(pullImage(image, deps));
    expect([fault.code, waits]).toEqual(["IMAGE_PULL_DENIED", []]);
    expect(fault.message).toContain(image);
    expect(fault.hint).toContain("docker login");
  });

  test("F15 whose content is not what its digest says is never asked again, and nothing of it is kept", async () => {
    const trouble: Trouble = ({ kind }, answer) =>
      kind === "layer" && Boolean(answer.end(Buffer.alloc(200, 1)));
    const { image, deps, waits, registry } = await pulling({ trouble });
    const fault = await faultOf(pullImage(image, deps));
    expect([fault.code, waits, registry.asked.layer]).toEqual(["IMAGE_PULL_FAILED", [], 1]);
    expect(fault.message).toContain("verification failed for digest");
    expect(fault.hint).toContain("Nothing of it is used");
    expect(await deps.engine.inspectImage(image)).toBeUndefined();
  });

  test("one the engine cannot speak TLS with is told so, with what to do", async () => {
    // Engines allow plain HTTP on the loopback addresses only.
    const address = Object.values(networkInterfaces())
      .flat()
      .find((each) => each?.family === "IPv4" && !each.internal)?.address;
    const { image, deps, waits } = await pulling(address === undefined ? {} : { address });
    const fault = await faultOf(pullImage(image, deps));
    expect([fault.code, waits]).toEqual(["IMAGE_PULL_FAILED", []]);
    expect(fault.message).toContain("server gave HTTP response to HTTPS client");
    expect(fault.hint).toContain("/etc/docker/certs.d/");
  });
});

describe("F16 the pull policy", () => {
  test("F16 never: an image that is not there is no reason to ask a registry", async () => {
    const { image, deps, registry } = await pulling();
    const fault = await faultOf(provideImage(image, "never", deps));
    expect([fault.code, fault.exitCode]).toEqual(["IMAGE_NOT_PRESENT", 3]);
    expect(fault.message).toContain(image);
    expect(Object.values(registry.asked).every((count) => count === 0)).toBe(true);
  });

  test("F16 missing: asks once; always: asks every time", async () => {
    const { image, deps, registry } = await pulling();
    const ask = async (policy: "missing" | "always") =>
      (await provideImage(image, policy, deps)).pulled;
    expect(await ask("missing")).toBe(true);
    const before = registry.asked.manifest;
    expect(await ask("missing")).toBe(false);
    expect(registry.asked.manifest).toBe(before);
    expect(await ask("always")).toBe(true);
    expect(registry.asked.manifest).toBeGreaterThan(before);
  });
});

describe("F28 another platform", () => {
  test("F28 is pulled for and noted; the same image for the engine's own is another one", async () => {
    const { image, deps } = await pulling({ architecture: "s390x" });
    const { image: pulled } = await provideImage(image, "missing", deps, "linux/s390x");
    expect(pulled.platform).toBe("linux/s390x");
    expect((await provideImage(image, "missing", deps, "linux/s390x")).pulled).toBe(false);
    const fault = await faultOf(provideImage(image, "never", deps, "linux/riscv64"));
    expect(fault.message).toContain("is there for linux/s390x only");
  });
});

describe("a mirror of Docker Hub", () => {
  test("is asked in the Hub's place, by tag and by digest; what came from it is found again", async () => {
    const { deps, registry, lines } = await pulling();
    const mirrored = { ...deps, registryMirror: registry.host };
    for (const suffix of [":1", `@${registry.digest}`]) {
      const found = await provideImage(`${registry.name}${suffix}`, "missing", mirrored);
      expect(found.reference).toBe(`${registry.host}/${registry.name}${suffix}`);
      expect(
        (await provideImage(`docker.io/${registry.name}${suffix}`, "missing", mirrored)).pulled,
      ).toBe(false);
    }
    expect(lines).toContain(`pulling ${registry.host}/${registry.name}:1`);
  });

  test("is not asked for images of other registries", async () => {
    const { image, deps, registry } = await pulling();
    const mirror = await imageRegistry();
    await pullImage(image, { ...deps, registryMirror: mirror.host });
    expect([registry.asked.layer, mirror.asked.version]).toEqual([1, 0]);
  });

  test("that fails leaves it to the Hub, and both are named when neither has it", async () => {
    const { deps, registry, lines } = await pulling();
    const unknown = `${registry.name}-other:1`;
    const fault = await faultOf(pullImage(unknown, { ...deps, registryMirror: registry.host }));
    expect(fault.message).toContain(`pull image ${unknown}: `);
    expect(fault.message).toContain(
      `; the mirror before that: pull image ${registry.host}/${unknown}: `,
    );
    expect(lines.join("\n")).toContain("own registry instead of the mirror");
  });
});

describe("a registry's login", () => {
  const password = "hunter2-of-the-test";
  const wantsLogin: Trouble = ({ kind, request }, answer) =>
    kind !== "other" &&
    request.headers.authorization !== `Basic ${Buffer.from(`me:${password}`).toString("base64")}` &&
    refuse(answer, 401, "UNAUTHORIZED", "authentication required", {
      "www-authenticate": 'Basic realm="test"',
    });

  async function configured(config: unknown): Promise<string> {
    const folder = await scratch();
    await writeFile(join(folder, "config.json"), JSON.stringify(config));
    return folder;
  }

  test("comes from Docker's config.json and is in no line and no message", async () => {
    const { image, deps, registry, lines } = await pulling({ trouble: wantsLogin });
    const without = await faultOf(
      pullImage(image, { ...deps, dockerConfig: await configured({}) }),
    );
    expect(without.code).toBe("IMAGE_PULL_DENIED");
    const auth = Buffer.from(`me:${password}`).toString("base64");
    const dockerConfig = await configured({ auths: { [registry.host]: { auth } } });
    await pullImage(image, { ...deps, dockerConfig });
    const wrong = Buffer.from(`me:${password}-not`).toString("base64");
    const other = await configured({ auths: { [registry.host]: { auth: wrong } } });
    const refused = await faultOf(pullImage(image, { ...deps, dockerConfig: other }));
    expect(refused.code).toBe("IMAGE_PULL_DENIED");
    const said = [...lines, without.message, refused.message, refused.hint].join("\n");
    expect(said).not.toContain(password);
    expect(said).not.toContain(auth);
  });

  test("comes from the helper that keeps it", async () => {
    const { image, deps, registry } = await pulling({ trouble: wantsLogin });
    const programs = await scratch();
    const helper = join(programs, "docker-credential-test");
    const answer = JSON.stringify({ Username: "me", Secret: password });
    await writeFile(
      helper,
      `#!/bin/sh\nread -r host\n[ "$1 $host" = "get ${registry.host}" ] && echo '${answer}'\n`,
    );
    await chmod(helper, 0o755);
    vi.stubEnv("PATH", `${programs}:${process.env["PATH"]}`);
    onTestFinished(() => void vi.unstubAllEnvs());
    const dockerConfig = await configured({ credsStore: "test" });
    expect((await pullImage(image, { ...deps, dockerConfig })).reference).toBe(image);
  });

  test("that cannot be read is no reason to fail, and is said without its content", async () => {
    const { image, deps, lines } = await pulling();
    const folder = await scratch();
    await writeFile(join(folder, "config.json"), `{"auths": "${password}"`);
    await pullImage(image, { ...deps, dockerConfig: folder });
    expect(lines).toContain("Docker's config.json cannot be read, so no login is used");
    expect(lines.join("\n")).not.toContain(password);
  });
});
