import { mirrored } from "../pull/mirror.ts";
import { type AskOptions, ask, type Reply, unreachable } from "./ask.ts";
import { newestNatural } from "./order.ts";

export interface TagOptions extends AskOptions {
  /** Of Docker Hub, `host[:port][/path]`. */
  readonly registryMirror?: string | undefined;
}

/** Tags of more pages than this are not read: nobody chooses among so many. */
const mostPages = 20;

/**
 * The tags of an image's repository, newest number first; undefined when its registry knows no such repository.
 *
 * Anonymous. Rejects PACKAGE_INDEX_UNREACHABLE, also when the registry wants a login.
 */
export async function imageTags(
  reference: string,
  options: TagOptions,
): Promise<readonly string[] | undefined> {
  const { host, repository } = placeOf(mirrored(reference, options.registryMirror) ?? reference);
  // The engine, too, asks a registry on the loopback address without TLS.
  const scheme = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::|$)/.test(host) ? "http" : "https";
  const tags: string[] = [];
  let authorization: string | undefined;
  let url: string | undefined = `${scheme}://${host}/v2/${repository}/tags/list?n=1000`;
  for (let page = 0; page < mostPages && url !== undefined; page += 1) {
    const accept = "application/json";
    const question = { url, accept, ...(authorization === undefined ? {} : { authorization }) };
    let reply = await ask(question, options);
    if (reply.status === 401 && authorization === undefined) {
      authorization = await tokenFor(reply, url, options);
      reply = await ask({ ...question, authorization }, options);
    }
    if (reply.status === 404) {
      return undefined;
    }
    if (reply.status !== 200) {
      throw unreachable(url, wordsFor(reply.status));
    }
    tags.push(...tagsIn(reply.text, url));
    const next = /<([^<>]+)>\s*;\s*rel="?next"?/.exec(String(reply.headers["link"] ?? ""))?.[1];
    url = next === undefined ? undefined : new URL(next, url).href;
  }
  return newestNatural(tags);
}

/** Where an image's repository is; a reference without a registry is Docker Hub's. */
function placeOf(reference: string): { readonly host: string; readonly repository: string } {
  const name = reference.replace(/@.*$/, "").replace(/:[^/:]*$/, "");
  const [first = "", ...rest] = name.split("/");
  if (rest.length > 0 && (/[.:]/.test(first) || first === "localhost")) {
    const host = first === "docker.io" ? "registry-1.docker.io" : first;
    return { host, repository: rest.join("/") };
  }
  return {
    host: "registry-1.docker.io",
    repository: rest.length === 0 ? `library/${name}` : name,
  };
}

/** A token for everyone, from where the registry says that tokens are given. */
async function tokenFor(reply: Reply, url: string, options: AskOptions): Promise<string> {
  const challenge = String(reply.headers["www-authenticate"] ?? "");
  const field = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(challenge)?.[1];
  const realm = field("realm");
  if (!/^bearer\b/i.test(challenge) || realm === undefined || URL.parse(realm) === null) {
    throw unreachable(url, wordsFor(401));
  }
  const address = new URL(realm);
  for (const name of ["service", "scope"]) {
    const value = field(name);
    if (value !== undefined) {
      address.searchParams.set(name, value);
    }
  }
  const answer = await ask({ url: address.href, accept: "application/json" }, options);
  const given =
    answer.status === 200 ? textMember(answer.text, "token", "access_token") : undefined;
  if (given === undefined) {
    throw unreachable(address.href, wordsFor(answer.status === 200 ? 401 : answer.status));
  }
  return `Bearer ${given}`;
}

function textMember(text: string, ...names: readonly string[]): string | undefined {
  const parsed = new Map<string, unknown>(Object.entries(parse(text) ?? {}));
  return names.map((name) => parsed.get(name)).find((value) => typeof value === "string");
}

function tagsIn(text: string, url: string): string[] {
  const tags = new Map<string, unknown>(Object.entries(parse(text) ?? {})).get("tags");
  if (tags === null) {
    return [];
  }
  if (!Array.isArray(tags)) {
    throw unreachable(url, "the answer is no list of tags");
  }
  return tags.map(String);
}

function parse(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function wordsFor(status: number): string {
  return status === 401 || status === 403
    ? `it wants a login (${status}), and versions are only listed for everyone`
    : `it answered with status ${status}`;
}
