import type { LockedImage, LockedServer } from "./file.ts";

/** Something that is no longer as it was locked. */
export interface Difference {
  readonly what: string;
  readonly locked: string;
  readonly now: string;
}

const mostPackages = 10;

/** What has become something else since a server was locked; empty when nothing has. */
export function differencesOf(locked: LockedServer, now: LockedServer): readonly Difference[] {
  const scalars = [
    difference("entry in the run file", short(locked.entry), short(now.entry)),
    difference("template", locked.template, now.template),
    difference("platform", locked.platform, now.platform),
    difference("version", locked.version ?? "none", now.version ?? "none"),
  ];
  return [
    ...scalars.flat(),
    ...imagesOf("image", [locked.image ?? []].flat(), [now.image ?? []].flat()),
    ...imagesOf("base image", locked.bases, now.bases),
    ...packagesOf(locked.packages, now.packages),
  ];
}

function difference(what: string, locked: string, now: string): readonly Difference[] {
  return locked === now ? [] : [{ what, locked, now }];
}

function imagesOf(
  what: string,
  locked: readonly LockedImage[],
  now: readonly LockedImage[],
): readonly Difference[] {
  const gone = locked.filter((one) => !now.some((other) => isSame(one, other)));
  const come = now.filter((one) => !locked.some((other) => isSame(one, other)));
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => ({
    what,
    locked: shown(gone[index]),
    now: shown(come[index]),
  }));
}

/** Engines of one registry's image agree on its digest, and need not on its id. */
function isSame(one: LockedImage, other: LockedImage): boolean {
  return (
    one.reference === other.reference &&
    (one.digest !== undefined && other.digest !== undefined
      ? one.digest === other.digest
      : one.id === other.id)
  );
}

function shown(image: LockedImage | undefined): string {
  return image === undefined ? "none" : `${image.reference} ${short(image.digest ?? image.id)}`;
}

function packagesOf(locked: readonly string[], now: readonly string[]): readonly Difference[] {
  const [before, after] = [new Set(locked), new Set(now)];
  const gone = locked.filter((each) => !after.has(each));
  const come = now.filter((each) => !before.has(each));
  const names = [...new Set([...gone, ...come].map(packageName))].toSorted();
  const all = names.map((name) => ({
    what: `package ${name}`,
    locked: versionsOf(name, gone),
    now: versionsOf(name, come),
  }));
  const more = all.length - mostPackages;
  return more <= 0
    ? all
    : [
        ...all.slice(0, mostPackages),
        { what: "further packages", locked: String(more), now: "others" },
      ];
}

function versionsOf(name: string, packages: readonly string[]): string {
  const versions = packages
    .filter((each) => packageName(each) === name)
    .map((each) => each.slice(name.length + 1));
  return versions.length === 0 ? "none" : versions.join(", ");
}

/** `npm:@scope/name@1.2` → npm:@scope/name. */
function packageName(text: string): string {
  return text.slice(0, text.lastIndexOf("@"));
}

function short(hash: string): string {
  return /^sha256:[0-9a-f]{64}$/.test(hash) ? `${hash.slice(0, 19)}…` : hash;
}
