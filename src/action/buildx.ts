import { existsSync, statSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { getExecOutput } from "@actions/exec";
import { type BuildOptions, type Engine, unpackInto } from "../engine/index.ts";
import { Fault } from "../fault/index.ts";
import type { Environment } from "./action-process.ts";
import { clientEnvironment } from "./cache-process.ts";

const quotedLines = 8;

/** What the docker command line needs beside what the cache's client does. */
const ofDocker = /^(?:DOCKER_[A-Z_]+|BUILDX_[A-Z_]+|XDG_RUNTIME_DIR|TMPDIR)$/;

/** A builder that keeps the steps of its builds in the workflow's cache. */
export interface BuildxBuilder {
  readonly docker: string;
  readonly environment: Environment;
  /** Contexts are unpacked here while they are built. */
  readonly folder: string;
  /** Builds of one scope share their steps; the last one counts. */
  readonly scope: string;
  /** Whether what was built goes into the cache. */
  readonly saves: boolean;
}

/** The docker program, when it has buildx; otherwise why it has not. */
export async function findBuildx(
  environment: Environment,
): Promise<{ readonly docker: string } | { readonly reason: string }> {
  const docker = (environment["PATH"] ?? "")
    .split(delimiter)
    .map((folder) => join(folder, "docker"))
    .find((path) => existsSync(path) && statSync(path).isFile());
  if (docker === undefined) {
    return { reason: "there is no docker command" };
  }
  const { exitCode } = await getExecOutput(docker, ["buildx", "version"], {
    env: childEnvironment(environment, {}),
    silent: true,
    ignoreReturnCode: true,
  });
  return exitCode === 0 ? { docker } : { reason: "the docker command has no buildx" };
}

/**
 * `Engine.buildImage` by buildx, with its cache of type gha.
 *
 * The runtime token goes by the environment of that one process. Rejects IMAGE_BUILD_FAILED with buildx's last lines.
 */
export function buildxBuild(builder: BuildxBuilder): Engine["buildImage"] {
  return async (context, options, onProgress) => {
    const folder = await mkdtemp(join(builder.folder, "build-"));
    const root = join(folder, "context");
    try {
      const unpacked = await unpackInto(root);
      await pipeline(typeof context === "function" ? await context() : context, unpacked);
      const mounted = { ...options.offered, ...options.secrets };
      const secrets = Object.entries(mounted).map(([id, value], at) => {
        const path = join(folder, `secret-${at}`);
        writeFileSync(path, value, { mode: 0o600 });
        return `id=${id},src=${path}`;
      });
      const { exitCode, stdout, stderr } = await getExecOutput(
        builder.docker,
        buildxArguments(options, builder, root, secrets),
        {
          env: childEnvironment(builder.environment, options.args),
          silent: true,
          ignoreReturnCode: true,
          listeners: { errline: onProgress, stdline: onProgress },
        },
      );
      if (exitCode !== 0) {
        const last = `${stdout}${stderr}`.trim().split("\n").slice(-quotedLines).join("\n");
        const hidden = [...Object.values(options.secrets ?? {}), ...(options.hidden ?? [])];
        const words = hidden
          .filter(Boolean)
          .reduce((text, value) => text.replaceAll(value, "***"), last);
        throw new Fault(
          "IMAGE_BUILD_FAILED",
          `docker buildx build ended with ${exitCode}:\n${words}`,
        );
      }
      return options.tag;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}

/** Values of build arguments are not among them: they come from the environment, which other users cannot see. */
export function buildxArguments(
  options: BuildOptions,
  { scope, saves }: Pick<BuildxBuilder, "scope" | "saves">,
  folder: string,
  secrets: readonly string[] = [],
): string[] {
  const { tag, dockerfile, target, platform, labels, args, network } = options;
  return [
    "buildx",
    "build",
    "--progress=plain",
    "--load",
    `--tag=${tag}`,
    `--file=${join(folder, dockerfile)}`,
    ...(target === undefined ? [] : ["--target", target]),
    ...(platform === undefined ? [] : ["--platform", platform]),
    ...(network === "host" ? ["--network", "host"] : []),
    ...Object.entries(labels).flatMap(([name, value]) => ["--label", `${name}=${value}`]),
    ...Object.keys(args).flatMap((name) => ["--build-arg", name]),
    ...secrets.flatMap((secret) => ["--secret", secret]),
    `--cache-from=type=gha,scope=${scope}`,
    ...(saves ? [`--cache-to=type=gha,mode=max,ignore-error=true,scope=${scope}`] : []),
    folder,
  ];
}

function childEnvironment(
  environment: Environment,
  args: Readonly<Record<string, string>>,
): Record<string, string> {
  const docker = Object.entries(environment).flatMap(([name, value]) =>
    value !== undefined && ofDocker.test(name) ? [[name, value] as const] : [],
  );
  return { ...clientEnvironment(environment), ...Object.fromEntries(docker), ...args };
}
