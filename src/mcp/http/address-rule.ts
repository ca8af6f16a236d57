import { lookup as systemLookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

const never = new BlockList();
// Link-local holds the metadata services of clouds, which give out the credentials of the machine.
never.addSubnet("169.254.0.0", 16);
never.addSubnet("fe80::", 10, "ipv6");
never.addAddress("fd00:ec2::254", "ipv6");
never.addAddress("100.100.100.200");
never.addSubnet("0.0.0.0", 8);
never.addAddress("::", "ipv6");
never.addSubnet("224.0.0.0", 3);
never.addSubnet("ff00::", 8, "ipv6");

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8);
loopback.addAddress("::1", "ipv6");

/**
 * Why an address must not be connected to for a declared host; undefined when it may.
 *
 * Loopback is reached only by its own names: one that comes from the DNS may be set by anyone.
 */
export function refusedAddress(host: string, address: string): string | undefined {
  const bare = unbracketed(address);
  const family = isIP(bare);
  if (family === 0) {
    return undefined;
  }
  const kind = family === 6 ? "ipv6" : "ipv4";
  const via = unbracketed(host) === bare ? "" : `${host} is the address `;
  if (never.check(bare, kind)) {
    return `${via}${bare}, which is link-local, multicast or unspecified and is never connected to`;
  }
  return loopback.check(bare, kind) && !isLoopbackName(host)
    ? `${via}${bare}, this machine's own; name it localhost or 127.0.0.1 if that is meant`
    : undefined;
}

export function isLoopbackName(host: string): boolean {
  const bare = unbracketed(host).toLowerCase();
  const family = isIP(bare);
  return family === 0
    ? bare === "localhost" || bare.endsWith(".localhost")
    : loopback.check(bare, family === 6 ? "ipv6" : "ipv4");
}

/**
 * A lookup that hands on only addresses that may be connected to.
 *
 * The first answer is kept: a name cannot be turned to another machine during the session.
 */
export function checkedLookup(lookup: LookupFunction = systemLookup): LookupFunction {
  let pinned: { readonly host: string; readonly found: Found } | undefined;
  return (host, options, callback) => {
    if (pinned?.host === host) {
      answer(pinned.found, options.all === true, callback);
      return;
    }
    lookup(host, { ...options, all: true }, (error, address) => {
      if (error !== null) {
        callback(error, "");
        return;
      }
      const all: Found =
        typeof address === "string" ? [{ address, family: isIP(address) }] : address;
      const reasons = all.map((one) => refusedAddress(host, one.address));
      const found = all.filter((_, index) => reasons[index] === undefined);
      if (found.length === 0) {
        callback(refusal(reasons.find((reason) => reason !== undefined)), "");
        return;
      }
      pinned = { host, found };
      answer(found, options.all === true, callback);
    });
  };
}

type Found = readonly { readonly address: string; readonly family: number }[];

function answer(found: Found, all: boolean, callback: Parameters<LookupFunction>[2]): void {
  const [first] = found;
  if (all || first === undefined) {
    callback(null, [...found]);
  } else {
    callback(null, first.address, first.family);
  }
}

function refusal(reason: string | undefined): Error {
  return Object.assign(new Error(reason ?? "the name has no address"), { code: "EREFUSEDADDRESS" });
}

function unbracketed(host: string): string {
  return host.startsWith("[") ? host.slice(1, -1) : host;
}
