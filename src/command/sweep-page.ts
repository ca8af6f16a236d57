import { labelKeys, type SweepReport } from "../controller/index.ts";
import { bytes, forTerminal, plural, table } from "../text/index.ts";
import type { SweptImage } from "./sweep-images.ts";

interface SweptAll extends SweepReport {
  /** Removed, or to be removed. */
  readonly images: readonly SweptImage[];
  readonly dryRun: boolean;
}

/** What a sweep did, or would do, for programs. */
export function sweepJson({ dryRun, images, ...report }: SweptAll): string {
  const { removed, left, objects, stuck, kept } = report;
  const whole = { removed, left, dry_run: dryRun, objects, stuck, kept, images };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/** The same as a table, what stays beside it included: one sees that a living run is left alone. */
export function sweepPage({ dryRun, images, removed, left, ...report }: SweptAll): string {
  const { objects, kept, stuck } = report;
  const done = dryRun ? "would go" : "removed";
  const errors = new Map(stuck.map(({ kind, id, error }) => [`${kind} ${id}`, error]));
  const rows = [
    ...objects.map((object) => {
      const error = errors.get(`${object.kind} ${object.id}`);
      return rowOf(object, error === undefined ? done : "stuck", error ?? object.reason);
    }),
    ...images.map((image) => imageRow(image, done)),
    ...kept.map((object) => rowOf(object, "stays", object.reason)),
  ];
  const counts = [
    plural(dryRun ? objects.length : removed, "object"),
    plural(images.length, "image"),
  ].join(" and ");
  const sum = dryRun ? `${counts} to remove.\n` : `${counts} removed, ${left} left.\n`;
  const head = ["", "KIND", "NAME", "FOR", "RUN", "WHY"];
  return rows.length === 0 ? sum : `${table([head, ...rows])}\n${sum}`;
}

function rowOf(object: SweepReport["kept"][number], what: string, why: string): string[] {
  const { labels } = object;
  const server = labels[labelKeys.server];
  const role = labels[labelKeys.role] ?? "";
  return [
    what,
    object.kind,
    object.name === "" ? object.id.slice(0, 12) : object.name,
    server === undefined ? role : `${role} ${server}`,
    (labels[labelKeys.run] ?? "").slice(0, 12),
    why,
  ].map(forTerminal);
}

function imageRow({ id, tag, bytes: size }: SweptImage, what: string): string[] {
  const name = tag ?? id.replace(/^sha256:/, "").slice(0, 12);
  const why = tag === null ? "a newer one took its name" : "older than was asked for";
  return [what, "image", forTerminal(name), "–", "–", `${why} (${bytes(size)})`];
}
