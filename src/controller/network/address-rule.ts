import { BlockList, isIP } from "node:net";

/** Never reached, whatever is written: what lies there answers everybody on the machine, credentials of clouds too. */
const never = new BlockList();
never.addSubnet("169.254.0.0", 16);
never.addSubnet("fe80::", 10, "ipv6");
never.addAddress("fd00:ec2::254", "ipv6");
never.addAddress("100.100.100.200");
never.addSubnet("0.0.0.0", 8);
never.addAddress("::", "ipv6");
never.addSubnet("224.0.0.0", 3);
never.addSubnet("ff00::", 8, "ipv6");

/** Reached only where the address itself is written: whoever owns a name decides what address it has. */
const inner = new BlockList();
inner.addSubnet("127.0.0.0", 8);
inner.addAddress("::1", "ipv6");
inner.addSubnet("10.0.0.0", 8);
inner.addSubnet("172.16.0.0", 12);
inner.addSubnet("192.168.0.0", 16);
inner.addSubnet("100.64.0.0", 10);
inner.addSubnet("192.0.0.0", 24);
inner.addSubnet("198.18.0.0", 15);
inner.addSubnet("fc00::", 7, "ipv6");
inner.addSubnet("fec0::", 10, "ipv6");
// Forms of IPv6 that carry an IPv4 address in them.
inner.addSubnet("::", 96, "ipv6");
inner.addSubnet("64:ff9b::", 96, "ipv6");
inner.addSubnet("64:ff9b:1::", 48, "ipv6");
inner.addSubnet("2002::", 16, "ipv6");
inner.addSubnet("2001::", 32, "ipv6");

/** Why an address must not be reached, in words that follow it; undefined when it may. `written`: the rule names it. */
export function refusedAddress(address: string, written: boolean): string | undefined {
  const kind = isIP(address) === 6 ? "ipv6" : "ipv4";
  if (never.check(address, kind)) {
    return "is link-local (the place of the metadata services of clouds), multicast or unspecified, and never reached";
  }
  return !written && inner.check(address, kind)
    ? "is loopback or private, and reached only when the address itself is written"
    : undefined;
}
