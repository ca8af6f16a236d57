import type { ServerSpec } from "../config/index.ts";
import type { Declaration } from "./server/declaration.ts";

/**
 * What a container is published at: nothing where it is one of several of its server, of which only one can have the
 * port; and where the port is a free one, the one it had before, so that an address stays true over a restart.
 */
export function publishedAs(
  { spec, isFresh }: Pick<Declaration, "spec" | "isFresh">,
  before: string | null,
): ServerSpec {
  const { http } = spec;
  if (http === undefined || http.publish === false) {
    return spec;
  }
  const again =
    http.publish === true && before !== null ? Number(new URL(before).port) : http.publish;
  return { ...spec, http: { ...http, publish: isFresh ? false : again } };
}

/** The address of a port of this machine that leads to a server. */
export function publishedUrl({ http }: ServerSpec, port: number | undefined): string | null {
  return port === undefined ? null : `http://127.0.0.1:${port}${http?.path ?? "/"}`;
}
