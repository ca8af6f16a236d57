import type { LookupAddress } from "node:dns";
import { isIP } from "node:net";
import { refusedAddress } from "./address-rule.ts";
import { type Egress, ruleFor, type Target } from "./egress.ts";

export type Decision =
  /** No address: what leads there resolves the name. */
  | { readonly allowed: true; readonly addresses: readonly LookupAddress[] }
  /** `unreachable`: it is allowed, but its name does not resolve. */
  | { readonly allowed: false; readonly kind: "denied" | "unreachable"; readonly reason: string };

export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

/** An IPv6 address can be written in many ways. */
function oneSpelling(host: string | undefined): string | undefined {
  return host !== undefined && isIP(host) === 6
    ? URL.parse(`http://[${host}]`)?.hostname.slice(1, -1)
    : host;
}

/** Of a name in the DNS. */
const longestName = 253;

/** `host:port` as requests have it; undefined when it is none. */
export function targetOf(written: string, defaultPort?: number): Target | undefined {
  const [, bracketed, bare, digits] =
    /^(?:\[([0-9a-fA-F:.]+)\]|([^:[\]/\s@]+))(?::(\d{1,5}))?$/.exec(written) ?? [];
  const host = oneSpelling((bracketed ?? bare)?.toLowerCase().replace(/\.$/, ""));
  const port = digits === undefined ? defaultPort : Number(digits);
  return host === undefined ||
    host === "" ||
    host.length > longestName ||
    port === undefined ||
    port < 1 ||
    port > 65_535
    ? undefined
    : { host, port };
}

/**
 * Whether a server may reach a target, and at which addresses; names are resolved here, so that what was checked is what
 * is connected to. `isProxied`: a proxy of this host leads there, and resolves what is no name on this host.
 */
export async function decide(
  egress: Egress,
  target: Target,
  resolve: Resolve,
  isProxied = false,
): Promise<Decision> {
  const { host, port } = target;
  const rules = typeof egress === "string" ? [] : egress;
  const rule = ruleFor(rules, host, port);
  if (rule === undefined) {
    const reason =
      rules.length === 0 ? "its egress is none" : "it is not on the list of its egress";
    return { allowed: false, kind: "denied", reason };
  }
  const found = isIP(host) === 0 ? await resolved(host, resolve) : [{ address: host, family: 0 }];
  if (typeof found === "string") {
    if (isProxied) {
      return { allowed: true, addresses: [] };
    }
    return { allowed: false, kind: "unreachable", reason: found };
  }
  const written = isIP(rule.host) !== 0;
  const judged = found.map((one) => ({ one, why: refusedAddress(one.address, written) }));
  const addresses = judged.filter(({ why }) => why === undefined).map(({ one }) => one);
  const [first] = judged;
  if (addresses.length > 0 || first === undefined) {
    return { allowed: true, addresses };
  }
  const of =
    first.one.address === host ? "" : `${host} is the address ${first.one.address}, which `;
  return { allowed: false, kind: "denied", reason: `${of}${first.why}` };
}

async function resolved(
  host: string,
  resolve: Resolve,
): Promise<readonly LookupAddress[] | string> {
  try {
    const found = await resolve(host);
    return found.length === 0 ? `the name ${host} has no address` : found;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
    return `the name ${host} does not resolve${code}`;
  }
}
