import { asFault } from "../../fault/index.ts";
import type { Template } from "../template/template.ts";
import { lookUp, type VersionDeps } from "./list.ts";

/**
 * The exact version that the template's version parameter stands for at this moment: itself when it is one, else what
 * the index says of the tag, `latest` or range.
 *
 * undefined: it cannot be told without installing; why is said through `onProgress`. Rejects PACKAGE_NOT_FOUND.
 */
export async function newestVersion(
  template: Template,
  values: Readonly<Record<string, string>>,
  deps: VersionDeps & { readonly onProgress: (line: string) => void },
): Promise<string | undefined> {
  const asked = values[template.version?.parameter ?? ""] ?? "latest";
  const found = await lookUp(template, values, deps).catch((thrown: unknown) => {
    const fault = asFault(thrown);
    if (fault.code !== "PACKAGE_INDEX_UNREACHABLE") {
      throw thrown;
    }
    deps.onProgress(
      `which version ${asked} is cannot be asked (${fault.message}); what an image there is holds may be older`,
    );
    return undefined;
  });
  if (found === undefined || found.versions.includes(asked)) {
    return found === undefined ? undefined : asked;
  }
  const { versions, tags } = found;
  if (tags[asked] !== undefined || asked === "latest") {
    return tags[asked] ?? versions.find(isStable) ?? versions[0];
  }
  const { default: semver } = await import("semver");
  const best = semver.maxSatisfying<string>([...versions], asked);
  if (best === null) {
    deps.onProgress(`which version ${asked} is shows only when it is installed`);
  }
  return best ?? undefined;
}

/** Whether nothing in it says that it is not finished. */
function isStable(version: string): boolean {
  return !/\d[-_.]?(?:a|b|c|m|cr|rc|pre|dev|alpha|beta|preview|milestone|snapshot)[-_.]?\d*(?:$|[-_.+])/i.test(
    version,
  );
}
