import { type Code, Fault } from "../fault/index.ts";

interface Rule {
  readonly pattern: RegExp;
  readonly code: Code;
  readonly hint?: string;
}

/** What an engine says when a registry does not hand over an image, and what it means; texts of 20.10 to 28.5. */
const rules: readonly Rule[] = [
  { pattern: /toomanyrequests|too many requests/i, code: "IMAGE_PULL_LIMITED" },
  {
    pattern: /verification failed for digest|unexpected commit digest/i,
    code: "IMAGE_PULL_FAILED",
    hint: "What came is not what the digest says: the registry or what stands before it is broken or was tampered with. Nothing of it is used.",
  },
  {
    pattern:
      /unauthorized|no basic auth credentials|authentication required|: denied\b|403 forbidden/i,
    code: "IMAGE_PULL_DENIED",
  },
  {
    pattern: /x509:|tls: |server gave HTTP response to HTTPS client/i,
    code: "IMAGE_PULL_FAILED",
    hint: "The engine does not trust the registry's certificate, or the registry speaks no TLS: put its authority into /etc/docker/certs.d/HOST/ca.crt, or name it in the engine's `insecure-registries`.",
  },
  {
    pattern:
      /no such host|connection refused|network is unreachable|i\/o timeout|server misbehaving/i,
    code: "IMAGE_PULL_FAILED",
    hint: "The engine's host does not reach the registry. Set a mirror (`registry-mirror`), or load the image first and set `pull: never`.",
  },
  {
    pattern: /no matching manifest|does not match the specified platform/i,
    code: "IMAGE_NOT_FOUND",
    hint: "The registry has this image for other platforms only.",
  },
  {
    pattern:
      /unexpected HTTP status: 5\d\d|50[0234] |unexpected EOF|: EOF$|connection reset|internal server error/i,
    code: "IMAGE_PULL_BROKEN",
  },
];

/** The fault of a pull, more exactly than that the engine failed. */
export function pullFault(fault: Fault, cause: unknown): Fault {
  if (fault.code !== "ENGINE_ERROR") {
    return fault;
  }
  const rule = rules.find(({ pattern }) => pattern.test(fault.message));
  return new Fault(rule?.code ?? "IMAGE_PULL_FAILED", fault.message, {
    ...(rule?.hint !== undefined && { hint: rule.hint }),
    cause,
  });
}
