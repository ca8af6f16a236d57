import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { Fault } from "../../fault/index.ts";
import { hostCaBundle } from "../build/ca-bundle.ts";
import type { PackageIndexes } from "./indexes.ts";

/** An index that has not answered by then is not there. */
const patienceMs = 15_000;
/** The longest lists of npm are some 10 MB. */
const mostBytes = 64 * 2 ** 20;
const mostRedirects = 5;

export interface Question {
  readonly url: string;
  readonly accept: string;
  /** Sent as it is; the user and password of `url` otherwise. */
  readonly authorization?: string;
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface AskOptions {
  readonly indexes: Pick<PackageIndexes, "proxies">;
  readonly signal?: AbortSignal;
}

/**
 * One GET, through the environment's proxy, trusting what the host trusts; redirects are followed, other statuses are replies.
 *
 * Rejects PACKAGE_INDEX_UNREACHABLE with the cause; a user and password in the address never stand in a message.
 */
export async function ask(question: Question, options: AskOptions): Promise<Reply> {
  let url = question.url;
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const sameHost = URL.parse(url)?.host === URL.parse(question.url)?.host;
    const reply = await get({ ...question, url }, sameHost, options);
    const { location } = reply.headers;
    if (reply.status < 300 || reply.status >= 400 || location === undefined) {
      return reply;
    }
    url = new URL(location, url).href;
  }
  throw unreachable(question.url, `it redirects more than ${mostRedirects} times`);
}

/** The fault of an index that gave no usable answer. */
export function unreachable(url: string, why: string, cause?: unknown): Fault {
  return new Fault("PACKAGE_INDEX_UNREACHABLE", `GET ${plain(url)}: ${why}`, { cause });
}

async function get(question: Question, known: boolean, options: AskOptions): Promise<Reply> {
  const parsed = URL.parse(question.url);
  if (parsed === null || !["http:", "https:"].includes(parsed.protocol)) {
    throw unreachable(question.url, "this is no http or https address");
  }
  const limit = AbortSignal.timeout(patienceMs);
  const signal = AbortSignal.any([limit, ...(options.signal ? [options.signal] : [])]);
  try {
    const answer = await opened(parsed, headersOf(question, parsed, known), options, signal);
    return {
      status: answer.statusCode ?? 0,
      headers: answer.headers,
      text: await textOf(answer),
    };
  } catch (thrown) {
    options.signal?.throwIfAborted();
    throw unreachable(
      question.url,
      limit.aborted ? `no answer within ${patienceMs / 1_000} s` : causeOf(thrown),
      thrown,
    );
  }
}

function headersOf(
  { accept, authorization }: Question,
  { username, password }: URL,
  known: boolean,
): Record<string, string> {
  const own =
    username === ""
      ? undefined
      : `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString("base64")}`;
  // Whoever an index redirects to is not whom the user trusts with a password.
  const login = known ? (authorization ?? own) : undefined;
  return {
    accept,
    "user-agent": "docker-mcp-manager",
    ...(login === undefined ? {} : { authorization: login }),
  };
}

async function opened(
  url: URL,
  headers: Record<string, string>,
  { indexes }: AskOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const secure = url.protocol === "https:";
  const { Agent, request } = secure ? await import("node:https") : await import("node:http");
  const agent = new Agent({
    proxyEnv: indexes.proxies,
    ...(secure ? { ca: await trusted() } : {}),
  });
  return new Promise((resolve, reject) => {
    request(url, { agent, headers, signal, auth: undefined }, resolve).on("error", reject).end();
  });
}

/** What Node.js trusts, and what the host does: a company's proxy has an authority of its own. */
async function trusted(): Promise<string[]> {
  const { getCACertificates } = await import("node:tls");
  return [...getCACertificates("default"), Buffer.from(await hostCaBundle()).toString()];
}

async function textOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer) {
    const part = chunk as Buffer;
    bytes += part.byteLength;
    if (bytes > mostBytes) {
      answer.destroy();
      throw new Error(`the answer is longer than ${mostBytes} bytes`);
    }
    chunks.push(part);
  }
  return Buffer.concat(chunks).toString();
}

/** The words of the last cause: the first ones only say that something failed. */
function causeOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) {
    return String(thrown);
  }
  if (thrown instanceof AggregateError && thrown.errors.length > 0) {
    return causeOf(thrown.errors[0]);
  }
  return thrown.cause instanceof Error ? causeOf(thrown.cause) : thrown.message;
}

function plain(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null) {
    return "an address that is none";
  }
  parsed.username = "";
  parsed.password = "";
  parsed.search = "";
  return parsed.href;
}
