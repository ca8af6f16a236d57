import { isIP } from "node:net";

/** A place on the network. */
export interface Target {
  /** A name in lower case, or an address without brackets. */
  readonly host: string;
  readonly port: number;
}

/** `host:port`, as it is written in a run file. */
export function targetText({ host, port }: Target): string {
  return `${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
}

/** A host that may be reached: a name, an address, or `*.` and a name for everything below it. */
export interface EgressRule {
  /** In lower case; an IPv6 address without brackets. */
  readonly host: string;
  /** null: the ports of the web, 80 and 443. */
  readonly port: number | null;
}

/** What a server may reach outside: nothing, what the rules allow, or everything. */
export type Egress = "none" | "full" | readonly EgressRule[];

/** For reports; rules as they are written. */
export function egressText(egress: Egress): string {
  if (egress === "full") {
    return "full: an open network, of which nothing is seen here";
  }
  if (egress === "none") {
    return egress;
  }
  return egress.map(ruleText).join(", ");
}

function ruleText({ host, port }: EgressRule): string {
  return port === null ? host : targetText({ host, port });
}

const webPorts: readonly number[] = [80, 443];

/** The rule that lets a target be reached; undefined: none does. */
export function ruleFor(
  rules: readonly EgressRule[],
  host: string,
  port: number,
): EgressRule | undefined {
  return rules.find(
    (rule) =>
      (rule.port === null ? webPorts.includes(port) : rule.port === port) && fits(rule.host, host),
  );
}

function fits(rule: string, host: string): boolean {
  // A star stands for at least one label: *.example.com is not example.com itself.
  return rule.startsWith("*.")
    ? host.length > rule.length - 1 && host.endsWith(rule.slice(1))
    : host === rule;
}
