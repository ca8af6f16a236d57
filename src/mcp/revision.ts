import type { ConnectOptions } from "./session.ts";

/** Every revision, oldest first. */
export const revisions = [
  "2024-11-05",
  "2025-03-26",
  "2025-06-18",
  "2025-11-25",
  "2026-07-28",
] as const;

/** legacy: the newest revision with `initialize`; modern: 2026-07-28; auto: found out; a revision: this one only. */
export type Protocol = "auto" | "legacy" | "modern" | (typeof revisions)[number];

/** Revisions that begin with `initialize`, newest first. */
export const legacyRevisions = ["2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"] as const;
/** Revisions without a handshake, newest first. */
export const modernRevisions = ["2026-07-28"] as const;

export const newestLegacy = legacyRevisions[0];
export const newestModern = modernRevisions[0];

export const logLevelKey = "io.modelcontextprotocol/logLevel";
export const capabilitiesKey = "io.modelcontextprotocol/clientCapabilities";
export const tasksExtension = "io.modelcontextprotocol/tasks";

export function isLegacy(revision: unknown): revision is (typeof legacyRevisions)[number] {
  return legacyRevisions.some((known) => known === revision);
}

/** What every request of a modern revision carries in `params._meta` (revision 2026-07-28, basic/versioning). */
export function modernMeta(
  clientInfo: ConnectOptions["clientInfo"],
  capabilities: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return {
    "io.modelcontextprotocol/protocolVersion": newestModern,
    "io.modelcontextprotocol/clientInfo": clientInfo,
    [capabilitiesKey]: capabilities,
  };
}

/** Adds the modern members to `params._meta`; what the caller has set there wins, so that a test may break it. */
export function withMeta(
  params: Readonly<Record<string, unknown>> | undefined,
  meta: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const given = params?.["_meta"];
  if (
    given !== undefined &&
    (typeof given !== "object" || given === null || Array.isArray(given))
  ) {
    return { ...params };
  }
  return { ...params, _meta: { ...meta, ...given } };
}
