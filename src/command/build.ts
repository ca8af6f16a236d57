import { dirname, resolve } from "node:path";
import { findRunFile, loadRunFile, neededValues, type ServerSpec } from "../config/index.ts";
import { makeTempFolder, objectLabels } from "../controller/index.ts";
import { connectEngine } from "../engine/index.ts";
import { asFault, codes, exitCodes, type Fault } from "../fault/index.ts";
import { type ResolvedServer, registrySettings, resolveImage } from "../registry/index.ts";
import { bytes, duration, forTerminal, table } from "../text/index.ts";
import type { CommandIo } from "./io.ts";
import { ownRun } from "./own-run.ts";
import { type ParsedCommand, parseVariables } from "./parse.ts";
import { shelfFor } from "./shelf-for.ts";

type Built =
  | { readonly kind: "built"; readonly image: ResolvedServer }
  | { readonly kind: "elsewhere" }
  | { readonly kind: "failed"; readonly fault: Fault };

/** `build [FILE]`: finds, pulls or builds the image of every server of a run file, and starts none. */
export async function build(command: ParsedCommand, io: CommandIo): Promise<number> {
  const file = findRunFile(io.cwd, command.positionals[0]);
  const given = parseVariables(command.texts("var"));
  const templates = await shelfFor(file, given, io);
  const values = await neededValues(file.text, given, io.environment, templates);
  const loaded = await loadRunFile({
    file: file.path,
    text: file.text,
    variables: { ...values.variables, ...given },
    environment: {},
    workspace: io.cwd,
    templates,
  });
  const engine = await connectEngine({ environment: io.environment, clock: io.clock });
  const ownership = ownRun(io);
  const buildOne = async (name: string, spec: ServerSpec): Promise<Built> => {
    if (spec.url !== undefined) {
      return { kind: "elsewhere" };
    }
    try {
      const image = await resolveImage(spec, {
        engine,
        clock: io.clock,
        signal: io.signal,
        ...registrySettings(io.environment, io.templates, io.registryMirror),
        workspaceRoot: io.cwd,
        runFileFolder: dirname(resolve(io.cwd, file.path)),
        templates,
        imagePolicy: loaded.runFile.image_policy,
        containerLabels: objectLabels(ownership, "image"),
        temporaryFolder: () => makeTempFolder(ownership),
        onProgress: (line) => io.err(`${forTerminal(`${name}: ${line}`)}\n`),
      });
      return { kind: "built", image };
    } catch (thrown) {
      return { kind: "failed", fault: asFault(thrown) };
    }
  };
  try {
    const rows = await Promise.all(
      Object.entries(loaded.runFile.servers).map(
        async ([name, spec]) => [name, await buildOne(name, spec)] as const,
      ),
    );
    tell(rows, command.flag("json"), io);
    const [failed] = rows.flatMap(([, built]) => (built.kind === "failed" ? built.fault : []));
    return failed?.exitCode ?? exitCodes.passed;
  } finally {
    engine.close();
  }
}

function tell(rows: readonly (readonly [string, Built])[], json: boolean, io: CommandIo): void {
  if (json) {
    io.out(`${JSON.stringify(rows.map(viewOf), null, 2)}\n`);
    return;
  }
  const head = ["SERVER", "IMAGE", "VERSION", "SIZE", "TIME", ""];
  io.out(`${table([head, ...rows.map(cells)], { right: [3, 4] })}\n`);
  for (const [name, built] of rows) {
    if (built.kind === "failed") {
      const { code, message, hint } = built.fault;
      io.err(`${forTerminal(`${name}: ${codes[code].title}: ${message}\n${hint}`)}\n`);
    }
  }
}

function cells([name, built]: readonly [string, Built]): string[] {
  const row =
    built.kind === "built"
      ? [
          built.image.image,
          built.image.version ?? "–",
          bytes(built.image.provenance.imageBytes),
          duration(built.image.buildMs),
          built.image.built ? "built" : "was there",
        ]
      : ["–", "–", "–", "–", built.kind === "failed" ? "failed" : "runs elsewhere"];
  return [name, ...row].map(forTerminal);
}

function viewOf([server, built]: readonly [string, Built]): Readonly<Record<string, unknown>> {
  if (built.kind !== "built") {
    const fault = built.kind === "failed" ? built.fault : undefined;
    return { server, image: null, fault: fault && { code: fault.code, message: fault.message } };
  }
  const { template, image, imageId, version = null, provenance, buildMs } = built.image;
  const { imageBytes } = provenance;
  return {
    server,
    template,
    image,
    imageId,
    version,
    imageBytes,
    built: built.image.built,
    buildMs,
  };
}
