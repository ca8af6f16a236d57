export interface Component {
  readonly Name: string;
  readonly Version?: string;
}

interface Flaw {
  /** As the engine calls it. */
  readonly component: "Engine" | "runc";
  readonly cves: readonly string[];
  /** What they let a container or a build do. */
  readonly lets: string;
  /** The first release that is sound, of every line that got one; older lines got none. */
  readonly fixedIn: readonly string[];
}

/** Ways out of a container, or into the host by a build, that have a fix. By the advisories of runc and Moby. */
const flaws: readonly Flaw[] = [
  {
    component: "runc",
    cves: ["CVE-2024-21626"],
    lets: "an image reach the host's files",
    fixedIn: ["1.1.12"],
  },
  {
    component: "runc",
    cves: ["CVE-2025-31133", "CVE-2025-52565", "CVE-2025-52881"],
    lets: "a container write to the host's /proc",
    fixedIn: ["1.2.8", "1.3.3", "1.4.0"],
  },
  {
    component: "Engine",
    cves: ["CVE-2024-23651", "CVE-2024-23652", "CVE-2024-23653"],
    lets: "a Dockerfile reach the host's files while it is built",
    fixedIn: ["25.0.2"],
  },
];

/** Nobody calls that a flaw of Podman's, but it is where ours has no answer. */
const openGateway =
  "Podman keeps an address of its host in every network: a server that has a network reaches what the host serves at all of its addresses";

/** What is known against the versions an engine names, a sentence each. */
export function flawsOf(components: readonly Component[]): readonly string[] {
  const isPodman = components.some(({ Name }) => /podman/i.test(Name));
  return [...flawsOfVersions(components), ...(isPodman ? [openGateway] : [])];
}

function flawsOfVersions(components: readonly Component[]): readonly string[] {
  return flaws.flatMap(({ component, cves, lets, fixedIn }) => {
    const version = components.find(({ Name }) => Name === component)?.Version ?? "";
    if (!isOlder(version, fixedIn)) {
      return [];
    }
    // Debian and others mend a release without giving it the number of the next.
    const patched = /^v?[\d.]+(?:-rc[.\d]*)?$/.test(version)
      ? ""
      : "; its distribution may have fixed that under this version";
    const fixed = fixedIn.join(", ");
    const named =
      component === "Engine" ? `Docker Engine ${version}` : `${component} ${version} of the engine`;
    return [`${named} lets ${lets} (${cves.join(", ")}; fixed in ${fixed})${patched}`];
  });
}

function isOlder(version: string, fixedIn: readonly string[]): boolean {
  const own = numbersOf(version);
  if (own === undefined) {
    return false;
  }
  const fixes = fixedIn.map((each) => numbersOf(each) ?? own);
  const sameLine = fixes.find(([major, minor]) => major === own[0] && minor === own[1]);
  return sameLine === undefined
    ? fixes.every((fix) => compare(own, fix) < 0)
    : compare(own, sameLine) < 0;
}

type Numbers = readonly [major: number, minor: number, patch: number];

/** A release candidate comes before its release. */
function numbersOf(version: string): Numbers | undefined {
  const [, major, minor, patch, candidate] = /^v?(\d+)\.(\d+)\.(\d+)(-rc)?/.exec(version) ?? [];
  return major === undefined
    ? undefined
    : [Number(major), Number(minor), Number(patch) - (candidate === undefined ? 0 : 0.5)];
}

function compare(a: Numbers, b: Numbers): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
