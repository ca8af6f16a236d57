import type { GivenParameters, ParameterProblem } from "../../config/index.ts";
import type { TemplateFile } from "./schema.ts";

/** A version, or a range of them, none of which the template is known to work with. Tags are not judged. */
export async function unsupported(
  version: TemplateFile["version"],
  values: GivenParameters,
): Promise<readonly ParameterProblem[]> {
  const asked = version === undefined ? undefined : values[version.parameter];
  if (version?.supported === undefined || typeof asked !== "string") {
    return [];
  }
  const { default: semver } = await import("semver");
  const range = semver.validRange(asked);
  const options = { includePrerelease: true };
  if (range === null || semver.intersects(range, version.supported, options)) {
    return [];
  }
  const message = `must be a version that the template supports, ${version.supported}`;
  return [{ parameter: version.parameter, message, aboutValue: true }];
}
