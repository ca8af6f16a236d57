import { isOwnerToken } from "./owner.ts";
import type { Ownership } from "./types.ts";

/** Keys of the labels on everything we create, from the create call on (design §5.5). */
export const labelKeys = {
  run: "io.github.docker-mcp-manager.run",
  server: "io.github.docker-mcp-manager.server",
  template: "io.github.docker-mcp-manager.template",
  role: "io.github.docker-mcp-manager.role",
  owner: "io.github.docker-mcp-manager.owner",
  expires: "io.github.docker-mcp-manager.expires",
} as const;

/** What an object is for; `image` reads an image and never runs. */
const roles = ["server", "network", "relay", "service", "volume", "image"] as const;

export type Role = (typeof roles)[number];

/** The labels of an object; `about` adds what it is for. */
export function objectLabels(
  ownership: Ownership,
  role: Role,
  about: { readonly server?: string; readonly template?: string } = {},
): Record<string, string> {
  return {
    [labelKeys.run]: ownership.runId,
    [labelKeys.role]: role,
    [labelKeys.owner]: ownership.owner,
    [labelKeys.expires]: new Date(ownership.expiresAtMs).toISOString(),
    ...(about.server === undefined ? {} : { [labelKeys.server]: about.server }),
    ...(about.template === undefined ? {} : { [labelKeys.template]: about.template }),
  };
}

/** Whose an object is; undefined unless every label is there and could have been written by us. */
export function ownershipOf(labels: Readonly<Record<string, string>>): Ownership | undefined {
  const runId = labels[labelKeys.run] ?? "";
  const owner = labels[labelKeys.owner] ?? "";
  const role = labels[labelKeys.role] ?? "";
  const expires = labels[labelKeys.expires] ?? "";
  const expiresAtMs = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(expires)
    ? Date.parse(expires)
    : Number.NaN;
  const valid =
    /^[0-9a-f]{32}$/.test(runId) &&
    isOwnerToken(owner) &&
    roles.some((each) => each === role) &&
    !Number.isNaN(expiresAtMs);
  return valid ? { runId, owner, expiresAtMs } : undefined;
}
