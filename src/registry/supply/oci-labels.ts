import type { BaseImage } from "../base/choice.ts";
import type { BuildSource } from "../build/content.ts";
import type { Template } from "../template/template.ts";

/**
 * Annotations of the OCI image specification, as labels: what was built and on what.
 *
 * Nothing of the host, and no time: the same content is the same image. A Dockerfile of the repository has none of
 * ours, for they would replace its own.
 */
export function ociLabels(
  template: Template,
  source: BuildSource,
  bases: Readonly<Record<string, BaseImage>>,
): Readonly<Record<string, string>> {
  if (source.from === "workspace") {
    return {};
  }
  const title = argumentFor(template.version?.name, template, source);
  const version = argumentFor(`{{ ${template.version?.parameter} }}`, template, source);
  const [base, ...others] = Object.values(bases);
  const labels: Readonly<Record<string, string | undefined>> = {
    title,
    description: template.description,
    version: version !== undefined && /^v?\d+\.\d+\.\d+/.test(version) ? version : undefined,
    // Of several bases, only the Dockerfile knows which one the image ends on.
    ...(others.length === 0 && base && { "base.name": base.reference, "base.digest": base.digest }),
  };
  return Object.fromEntries(
    Object.entries(labels).flatMap(([name, value]) =>
      value === undefined ? [] : [[`org.opencontainers.image.${name}`, value]],
    ),
  );
}

/** The value of the build argument that the template fills from this text. */
function argumentFor(
  text: string | undefined,
  { build }: Template,
  { args }: BuildSource,
): string | undefined {
  const written = typeof build?.args === "object" ? Object.entries(build.args) : [];
  const name = written.find(([, from]) => from === text)?.[0];
  return name === undefined ? undefined : args[name];
}
