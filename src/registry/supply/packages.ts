/** A package inside an image, in the words of package URLs. */
export interface PackageRef {
  /** Type of its package URL: npm, pypi, golang, cargo, maven, nuget, deb, apk, generic. */
  readonly type: string;
  readonly name: string;
  readonly version: string;
  /** As its package says: an SPDX expression, mostly. */
  readonly licence?: string;
}

/** Where every template that builds leaves the list of what it installed, its server's own package first. */
export const packagesFile = "/opt/server/packages.tsv";

/** An image may claim anything; more than this is no list of packages. */
const maxPackages = 50_000;
const maxField = 500;

/** The packages of lines `type<TAB>name<TAB>version[<TAB>licence]`; lines that are no such thing are left out. */
export function parsePackages(text: string): readonly PackageRef[] {
  const lines = text.split("\n", maxPackages);
  return lines.flatMap((line) => {
    const [type = "", name = "", version = "", licence = ""] = line.trim().split("\t");
    const fields = [type, name, version];
    if (!/^[a-z][a-z0-9.+-]*$/.test(type) || !fields.every(isField)) {
      return [];
    }
    return [{ type, name, version, ...(isField(licence) && { licence }) }];
  });
}

/** Whether a text may stand in a list: one line, neither empty nor endless. */
export function isField(text: unknown): text is string {
  return (
    typeof text === "string" &&
    text !== "" &&
    text.length <= maxField &&
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what a field must not hold
    !/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(text)
  );
}
