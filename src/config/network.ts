import { isIP } from "node:net";
import { z } from "zod";
import { name } from "./fields.ts";

/** A place outside that a server may reach. */
const target = z.string().transform((written, context) => {
  const rule = egressRule(written);
  if (typeof rule === "string") {
    context.addIssue(rule);
    return z.NEVER;
  }
  return rule;
});

/** The rule a text stands for, or what is wrong with it. */
function egressRule(
  written: string,
): { readonly host: string; readonly port: number | null } | string {
  if (written.includes("://") || written.includes("/")) {
    return "is no host; write it without https:// and without a path, such as api.example.com:443";
  }
  const [, bracketed, bare = "", digits] =
    /^(?:\[([^\]]*)\]|([^:[\]]*))(?::(\d+))?$/.exec(written) ?? [];
  const host = (bracketed ?? bare).toLowerCase().replace(/\.$/, "");
  const isAddress = bracketed === undefined ? isIP(host) === 4 : isIP(host) === 6;
  const isHost =
    /^(?:\*\.)?(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;
  // Digits and dots alone are an address, and were not a whole one.
  if (!isAddress && (bracketed !== undefined || !isHost.test(host) || /^[\d.]+$/.test(host))) {
    return "is no host; write for example api.example.com:443, *.example.com, 192.0.2.7:8080 or [2001:db8::7]:443";
  }
  const port = digits === undefined ? null : Number(digits);
  // In the one way of many that a request's address is brought into, too.
  const plain =
    bracketed === undefined ? host : (URL.parse(`http://[${host}]`)?.hostname.slice(1, -1) ?? host);
  return port !== null && (port < 1 || port > 65_535)
    ? "has a port that is not from 1 to 65535"
    : { host: plain, port };
}

const allow = z
  .strictObject({
    allow: z
      .array(target)
      .min(1)
      .max(200)
      .describe(
        "Places it may reach, host:port; *.example.com is everything below that name, and without a port 80 and 443 are meant.",
      )
      .meta({ examples: [["api.example.com:443", "*.example.org"]] }),
  })
  .describe(
    "Through a proxy that HTTP_PROXY and HTTPS_PROXY name; every attempt is in the report. Loopback and private addresses only where the address itself is written.",
  );

export const network = z
  .strictObject({
    egress: z
      .union([z.enum(["none", "full"]), allow])
      .default("none")
      .describe("What it may reach outside. none: nothing; full: everything, unseen."),
    group: name
      .max(20, "needs to have at most 20 characters")
      .optional()
      .describe(
        "Servers of a group reach each other by name, and no others. A server that speaks HTTP or reaches something is in the group default unless it says another; one that does not has no network at all.",
      )
      .meta({ examples: ["backend"] }),
    endpoints: z
      .array(name)
      .default([])
      .describe(
        "HTTP servers of its group whose addresses it gets, as MCP_NAME_URL in its environment.",
      )
      .meta({ examples: [["search"]] }),
  })
  .describe("What the server may reach.");

export type NetworkSpec = z.output<typeof network>;

export const defaultGroup = "default";

/** The environment variable that holds the address of a server. */
export function endpointVariable(server: string): string {
  return `MCP_${server.toUpperCase().replaceAll("-", "_")}_URL`;
}

/** A server that waits for a service reaches it, too. */
export function inGroups<
  Server extends { readonly depends_on: object; readonly network: NetworkSpec },
>(
  servers: Readonly<Record<string, Server>>,
  services: Readonly<Record<string, unknown>>,
): Record<string, Server> {
  return Object.fromEntries(
    Object.entries(servers).map(([name, server]) => {
      const needed = Object.keys(server.depends_on).some((each) => Object.hasOwn(services, each));
      const group = server.network.group ?? (needed ? defaultGroup : undefined);
      return [name, { ...server, network: { ...server.network, group } }];
    }),
  );
}

/** The group a server is in; undefined: none. */
export function networkGroupOf(spec: {
  readonly transport: string;
  readonly url?: string | undefined;
  readonly network: NetworkSpec;
}): string | undefined {
  const { group, egress, endpoints } = spec.network;
  if (spec.url !== undefined) {
    return undefined;
  }
  const needed = spec.transport !== "stdio" || typeof egress !== "string" || endpoints.length > 0;
  return group ?? (needed ? defaultGroup : undefined);
}
