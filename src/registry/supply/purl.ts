import type { PackageRef } from "./packages.ts";

/** The package URL of a package, by the rules of its type. */
export function purlOf({ type, name, version }: PackageRef): string {
  const path = pathOf(type, name).split("/").map(encodeURIComponent).join("/");
  return `pkg:${type}/${path}@${encodeURIComponent(version)}`;
}

function pathOf(type: string, name: string): string {
  switch (type) {
    case "pypi":
      return name.toLowerCase().replaceAll(/[-_.]+/g, "-");
    case "maven":
      // Coordinates are written group:artifact.
      return name.replace(":", "/");
    case "deb":
      return `debian/${name}`;
    case "apk":
      return `alpine/${name}`;
    case "golang":
      return name.toLowerCase();
    default:
      return name;
  }
}
