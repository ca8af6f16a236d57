import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { RegistryLogin } from "../../engine/index.ts";
import { dockerHub } from "./reference.ts";

const helperMs = 10_000;

const entry = z.looseObject({
  auth: z.string().optional(),
  identitytoken: z.string().optional(),
});

const configFile = z.looseObject({
  auths: z.record(z.string(), entry).default({}),
  credHelpers: z.record(z.string(), z.string()).default({}),
  credsStore: z.string().optional(),
});

const helperAnswer = z.looseObject({ Username: z.string(), Secret: z.string() });

/**
 * The login that `docker login` left for a registry: from the helper that keeps it, else from the file itself.
 *
 * undefined without one; what could not be read is said, without anything of its content.
 */
export async function loginFor(
  registry: string,
  dockerConfig: string | undefined,
  onProgress: (line: string) => void,
): Promise<RegistryLogin | undefined> {
  const text =
    dockerConfig === undefined
      ? undefined
      : await readFile(join(dockerConfig, "config.json"), "utf8").catch(() => undefined);
  if (text === undefined) {
    return undefined;
  }
  const config = configFile.safeParse(parsed(text)).data;
  if (config === undefined) {
    onProgress("Docker's config.json cannot be read, so no login is used");
    return undefined;
  }
  const keys = keysOf(registry);
  const helper =
    keys.map((key) => config.credHelpers[key]).find((each) => each !== undefined) ??
    config.credsStore;
  const found = keys.map((key) => config.auths[key]).find((each) => each !== undefined);
  const fromFile = found && loginOf(found, registry);
  if (fromFile !== undefined || helper === undefined) {
    return fromFile;
  }
  return fromHelper(helper, keys, registry);
}

/** How config.json may name a registry. */
function keysOf(registry: string): readonly string[] {
  return registry === dockerHub
    ? ["https://index.docker.io/v1/", "index.docker.io", "docker.io", "registry-1.docker.io"]
    : [registry, `https://${registry}`, `https://${registry}/`, `https://${registry}/v2/`];
}

function loginOf(
  { auth, identitytoken }: z.output<typeof entry>,
  serveraddress: string,
): RegistryLogin | undefined {
  if (identitytoken) {
    return { identitytoken, serveraddress };
  }
  const pair = Buffer.from(auth ?? "", "base64").toString();
  const colon = pair.indexOf(":");
  return colon < 1
    ? undefined
    : { username: pair.slice(0, colon), password: pair.slice(colon + 1), serveraddress };
}

/** Asks `docker-credential-NAME get`; a helper that is not there or knows nothing means no login. */
async function fromHelper(
  name: string,
  keys: readonly string[],
  serveraddress: string,
): Promise<RegistryLogin | undefined> {
  if (!/^[\w.-]+$/.test(name)) {
    return undefined;
  }
  for (const key of keys) {
    const answer = helperAnswer.safeParse(parsed(await ask(`docker-credential-${name}`, key))).data;
    if (answer?.Username === "<token>") {
      return { identitytoken: answer.Secret, serveraddress };
    }
    if (answer !== undefined && answer.Username !== "") {
      return { username: answer.Username, password: answer.Secret, serveraddress };
    }
  }
  return undefined;
}

function ask(program: string, key: string): Promise<string> {
  return new Promise((resolve) => {
    const child = execFile(program, ["get"], { timeout: helperMs }, (error, stdout) =>
      resolve(error === null ? stdout : ""),
    );
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(key);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
