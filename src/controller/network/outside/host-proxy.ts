import { BlockList, isIP } from "node:net";
import type { Target } from "../egress.ts";

/** The variables HTTP_PROXY, HTTPS_PROXY and NO_PROXY of this host, in either letter case. */
export type HostProxies = Readonly<Record<string, string | undefined>>;

/** The proxy of this host by which a target is reached; undefined: without one. Throws when a variable names none that could be. */
export function hostProxyFor(
  settings: HostProxies,
  target: Target,
  kind: "http" | "https",
): URL | undefined {
  // The lower case wins, as it does for curl.
  const name = `${kind}_proxy`;
  const written = settings[name] || settings[name.toUpperCase()];
  if (!written || isExempt(settings["no_proxy"] || settings["NO_PROXY"] || "", target)) {
    return undefined;
  }
  const url = URL.parse(written.includes("://") ? written : `http://${written}`);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    // Not the value itself: it may hold a password.
    throw new Error(
      `${name.toUpperCase()} of this host names no http:// or https:// proxy, and no other kind is spoken`,
    );
  }
  return url;
}

/** What a proxy asks of who uses it. */
export function proxyAuthorization({ username, password }: URL): Record<string, string> {
  if (username === "" && password === "") {
    return {};
  }
  const user = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { "proxy-authorization": `Basic ${Buffer.from(user).toString("base64")}` };
}

/** Whether a list as NO_PROXY holds it names the target: `*`, names with all below them, addresses, ranges, each with a port if wanted. */
function isExempt(list: string, { host, port }: Target): boolean {
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== "")
    .some((entry) => {
      if (entry === "*" || isInRange(entry, host)) {
        return true;
      }
      const [, bracketed, bare, digits] =
        /^(?:\[([^\]]+)\]|([^:]+|.*:.*:.*?))(?::(\d+))?$/.exec(entry) ?? [];
      const name = (bracketed ?? bare ?? "").replace(/^\*?\./, "");
      const isSame = host === name || (isIP(host) === 0 && host.endsWith(`.${name}`));
      return name !== "" && isSame && (digits === undefined || Number(digits) === port);
    });
}

function isInRange(entry: string, host: string): boolean {
  const [, network = "", length] = /^(.+)\/(\d{1,3})$/.exec(entry) ?? [];
  const kind = isIP(network);
  if (kind === 0 || isIP(host) !== kind || Number(length) > (kind === 6 ? 128 : 32)) {
    return false;
  }
  const family = kind === 6 ? "ipv6" : "ipv4";
  const range = new BlockList();
  range.addSubnet(network, Number(length), family);
  return range.check(host, family);
}
