import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { localClient, type ManagerClient } from "../api/index.ts";
import { loadRunFile, neededValues } from "../config/index.ts";
import {
  type DraftedTool,
  draftTool,
  type Offer,
  runFileText,
  scenariosOfOffer,
  serverEntry,
  serverText,
  type Trial,
} from "../draft/index.ts";
import { exitCodes, Fault } from "../fault/index.ts";
import { createRedactor } from "../log/index.ts";
import { type TemplateShelf, templateShelf } from "../registry/index.ts";
import { duration, forTerminal, plural } from "../text/index.ts";
import { holdPassingManager } from "./hold-manager.ts";
import type { CommandIo } from "./io.ts";
import { askOffer } from "./offer.ts";
import { type ParsedCommand, parseCount, parseTime, parseVariables } from "./parse.ts";
import { startForDraft } from "./start-for-draft.ts";
import { tryTools } from "./try-tools.ts";

const defaultFile = "mcp-manager.yml";

/** `init SERVER`: starts the server once, asks what it offers, and writes a run file that tries all of it. */
export async function init(command: ParsedCommand, io: CommandIo): Promise<number> {
  const [target, tooMuch] = command.positionals;
  if (target === undefined || tooMuch !== undefined) {
    throw new Fault("USAGE", "init: name one server, for example an npm package or ./folder.");
  }
  const path = command.text("out") ?? defaultFile;
  const file = resolve(io.cwd, path);
  if (existsSync(file) && !command.flag("force")) {
    throw new Fault("USAGE", `init: ${path} is there already; --force writes over it.`);
  }
  const entry = serverEntry(target, {
    cwd: io.cwd,
    folder: dirname(file),
    templates: (await builtIn(io)).names,
  });
  const servers = serverText(entry.name, { ...entry.keys, ...serverKeys(command) });
  const limitMs = parseTime("timeout", command.text("timeout")) ?? 300_000;
  const { offer, drafted, trials } = await ask(servers, {
    name: entry.name,
    path,
    external: entry.external,
    calls: !command.flag("no-call"),
    limitMs,
    io,
  });
  const draft = runFileText({
    comments: [
      `Drafted by docker-mcp-manager init ${target}. It is yours: edit it. See docs/run-file.md.`,
      ...(entry.remarks ?? []),
    ],
    servers,
    scenarios: scenariosOfOffer(offer, drafted, trials),
  });
  const text = await withoutSecrets(draft, io);
  await check(path, text, io);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { mode: 0o644 });
  const out = text.match(/^ {2}# Not run: /gm)?.length ?? 0;
  const open = text.match(/^ +# TODO /gm)?.length ?? 0;
  io.out(
    forTerminal(
      `${path}: ${plural(drafted.length, "tool")}, ${plural(open, "TODO")}, ${out} not run. ` +
        `Next: docker-mcp-manager run${path === defaultFile ? "" : ` ${path}`}`,
    ) + "\n",
  );
  return exitCodes.passed;
}

function serverKeys(command: ParsedCommand): Record<string, unknown> {
  const args = command.texts("arg");
  const env = parseVariables(command.texts("env"), "env");
  const secrets = command.texts("secret");
  const volumes = command.texts("volume").map(volumeOf);
  const transport = command.text("transport");
  const port = command.text("port");
  return {
    ...(args.length === 0 ? {} : { args }),
    ...(Object.keys(env).length === 0 ? {} : { env }),
    ...(secrets.length === 0 ? {} : { secrets }),
    ...(volumes.length === 0 ? {} : { volumes }),
    ...(transport === undefined ? {} : { transport }),
    ...(port === undefined ? {} : { http: { port: parseCount("port", port, 0, 1, 65_535) } }),
  };
}

/** `./data:/data`, for writing `./data:/data:rw`. */
function volumeOf(text: string): Record<string, unknown> {
  const [, host_path, container_path, mode] = /^(.+?):(\/.*?)(:r[ow])?$/.exec(text) ?? [];
  if (host_path === undefined || container_path === undefined) {
    throw new Fault("USAGE", `--volume "${text}": write ./folder:/path, or ./folder:/path:rw.`);
  }
  return { host_path, container_path, ...(mode === ":rw" ? { read_only: false } : {}) };
}

interface Ask {
  readonly name: string;
  readonly path: string;
  readonly external: boolean;
  readonly calls: boolean;
  readonly limitMs: number;
  readonly io: CommandIo;
}

interface Answers {
  readonly offer: Offer;
  readonly drafted: readonly DraftedTool[];
  readonly trials: readonly (Trial | undefined)[];
}

/** One life of a manager: everything it starts and writes is gone afterwards. */
async function ask(servers: string, about: Ask): Promise<Answers> {
  const { io, name } = about;
  const { manager, folder } = holdPassingManager(io);
  const client: ManagerClient = localClient(manager);
  const limit = new AbortController();
  const late = () => limit.abort(tookTooLong(about.limitMs));
  const timer = setTimeout(late, about.limitMs);
  const signal = AbortSignal.any([io.signal, limit.signal]);
  const say = (line: string) => io.err(`${forTerminal(line)}\n`);
  try {
    await startForDraft(client, servers, { ...about, folder, signal, say });
    const offer = await askOffer(client, name, signal);
    const drafted = await Promise.all(offer.tools.map((tool) => draftTool(tool, about.external)));
    const trials = about.calls ? await tryTools(client, name, drafted, { signal, say }) : [];
    return { offer, drafted, trials };
  } catch (thrown) {
    throw limit.signal.aborted ? tookTooLong(about.limitMs) : thrown;
  } finally {
    clearTimeout(timer);
    await client.call("docker_shutdown", {});
    rmSync(folder, { recursive: true, force: true });
  }
}

function tookTooLong(limitMs: number): Fault {
  return new Fault("RUN_TIMED_OUT", `init did not come to an end within ${duration(limitMs)}.`, {
    hint: "Give it more time with --timeout, or leave out calling the tools with --no-call.",
  });
}

/** What the server answered stands in comments, and it may have answered with what it was given. */
async function withoutSecrets(text: string, io: CommandIo): Promise<string> {
  const { secrets } = await neededValues(text, {}, io.environment, await builtIn(io));
  return createRedactor(secrets).redact(text);
}

/** What we wrote must be what we read. */
async function check(path: string, text: string, io: CommandIo): Promise<void> {
  const templates = await builtIn(io);
  const values = await neededValues(text, {}, io.environment, templates);
  try {
    await loadRunFile({
      file: relative(io.cwd, resolve(io.cwd, path)),
      text,
      variables: values.variables,
      environment: {},
      workspace: io.cwd,
      templates,
    });
  } catch (thrown) {
    const reasons = thrown instanceof Fault ? thrown.problems : [];
    const [first] = reasons;
    const why = first === undefined ? String(thrown) : `${first.line}: ${first.message}`;
    throw new Fault("INTERNAL", `The run file drafted for this server is not valid: line ${why}`);
  }
}

function builtIn({ templates }: CommandIo): Promise<TemplateShelf> {
  return templateShelf({ templatesFolder: templates });
}
