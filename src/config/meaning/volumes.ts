import { staysInside } from "../paths.ts";
import type { ServerSpec } from "../server.ts";
import type { Finding } from "../source.ts";
import { child, entriesOf, itemsOf, type Tree, textOf } from "../tree.ts";
import { volumeKinds } from "../volume.ts";
import { quote, showValue } from "../wording.ts";
import { outsideFinding } from "./hardening.ts";

interface Place {
  readonly workspace: string;
  readonly folder: string;
}

/** What a schema of single fields cannot say about the volumes of a server. */
export function volumeFindings(server: Tree, place: Place): readonly Finding[] {
  const volumes = itemsOf(child(server, "volumes")).filter(({ kind }) => kind === "map");
  return [
    ...volumes.flatMap(kindFindings),
    ...volumes.flatMap((volume) => seedFindings(volume, place)),
    ...mountedTwice(volumes),
  ];
}

/** Servers and services that would fill the same volume of the run with different files: which came first would decide. */
export function seedClashes(root: Tree): readonly Finding[] {
  const seeds = new Map<string, string>();
  const all = ["servers", "services"].flatMap((part) => entriesOf(child(root, part)));
  return all.flatMap(([, { value: entry }]) =>
    itemsOf(child(entry, "volumes")).flatMap((volume) => {
      const name = textOf(child(volume, "volume"));
      const tree = child(volume, "seed");
      const seed = textOf(tree);
      if (name === undefined || tree === undefined || seed === undefined) {
        return [];
      }
      const first = seeds.get(name) ?? seed;
      seeds.set(name, first);
      const message = `the volume ${showValue(child(volume, "volume") ?? volume)} is given two seeds, ${quote(first)} and ${showValue(tree)}`;
      return first === seed ? [] : [{ offset: tree.offset, message }];
    }),
  );
}

function kindFindings(volume: Tree): readonly Finding[] {
  const given = entriesOf(volume).filter(([key]) => volumeKinds.some((kind) => kind === key));
  const [first, second] = given;
  const which = `exactly one of ${volumeKinds.join(", ")} says whose files it has`;
  if (first === undefined) {
    return [
      {
        offset: volume.offset,
        message: `the volume has none of ${volumeKinds.join(", ")}; ${which}`,
      },
    ];
  }
  return second === undefined
    ? []
    : [
        {
          offset: second[1].keyOffset,
          message: `the volume has both ${first[0]} and ${second[0]}; ${which}`,
        },
      ];
}

function seedFindings(volume: Tree, { workspace, folder }: Place): readonly Finding[] {
  const seed = child(volume, "seed");
  const path = textOf(seed);
  if (seed === undefined) {
    return [];
  }
  if (child(volume, "volume") === undefined) {
    const message = "seed: only a volume of the run (`volume: NAME`) is given files at first";
    return [{ offset: seed.offset, message }];
  }
  return path !== undefined && !staysInside(workspace, folder, path)
    ? [outsideFinding(seed, "lies outside the workspace")]
    : [];
}

function mountedTwice(volumes: readonly Tree[]): readonly Finding[] {
  const seen = new Set<string>();
  return volumes.flatMap((volume) => {
    const tree = child(volume, "container_path");
    const path = textOf(tree)?.replaceAll(/\/+/g, "/").replace(/\/$/, "");
    if (!tree || path === undefined) {
      return [];
    }
    const twice = seen.has(path);
    seen.add(path);
    return twice
      ? [{ offset: tree.offset, message: `two volumes are mounted at ${showValue(tree)}` }]
      : [];
  });
}

/** Each volume of the run with its seed wherever it is named: whoever starts first makes it. */
export function withSeeds<Part extends Pick<ServerSpec, "volumes">>(
  parts: Readonly<Record<string, Part>>,
  seeds: ReadonlyMap<string, string>,
): Record<string, Part> {
  return Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [
      name,
      {
        ...part,
        volumes: part.volumes.map((volume) => {
          const seed = seeds.get(volume.volume ?? "");
          return seed === undefined ? volume : { ...volume, seed };
        }),
      },
    ]),
  );
}

/** The seed of each volume of the run that has one. */
export function seedsOf(
  parts: readonly Pick<ServerSpec, "volumes">[],
): ReadonlyMap<string, string> {
  return new Map(
    parts.flatMap(({ volumes }) =>
      volumes.flatMap(({ volume, seed }) =>
        volume === undefined || seed === undefined ? [] : [[volume, seed] as const],
      ),
    ),
  );
}
