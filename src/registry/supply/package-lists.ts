import { isField, type PackageRef } from "./packages.ts";

/** What Debian's package manager has installed, as its status file says. */
export function parseDpkg(status: string): readonly PackageRef[] {
  return status.split(/\n\n+/).flatMap((paragraph) => {
    const field = (name: string) =>
      new RegExp(`^${name}: (.*)$`, "m").exec(paragraph)?.[1]?.trim() ?? "";
    const installed = field("Status") === "" || field("Status").endsWith(" installed");
    return installed ? packageOf("deb", field("Package"), field("Version")) : [];
  });
}

/** What Alpine's package manager has installed: lines `P:name`, `V:version`, `L:licence`. */
export function parseApk(installed: string): readonly PackageRef[] {
  return installed.split(/\n\n+/).flatMap((paragraph) => {
    const field = (letter: string) =>
      new RegExp(`^${letter}:(.*)$`, "m").exec(paragraph)?.[1] ?? "";
    return packageOf("apk", field("P"), field("V"), field("L"));
  });
}

/** What npm has installed in a folder, as the lock file in its node_modules says. */
export function parseNodeModules(lock: string): readonly PackageRef[] {
  // Every member is checked before it is used.
  const { packages } = jsonOf(lock) as { readonly packages?: unknown };
  if (typeof packages !== "object" || packages === null) {
    return [];
  }
  return Object.entries(packages as Readonly<Record<string, unknown>>).flatMap(([path, entry]) => {
    const { name, version, license } = (entry ?? {}) as Readonly<Record<string, unknown>>;
    const called = typeof name === "string" ? name : path.split("node_modules/").at(-1);
    return packageOf("npm", called, version, license);
  });
}

function packageOf(
  type: string,
  name: unknown,
  version: unknown,
  licence?: unknown,
): readonly PackageRef[] {
  return isField(name) && isField(version)
    ? [{ type, name, version, ...(isField(licence) && { licence }) }]
    : [];
}

function jsonOf(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}
