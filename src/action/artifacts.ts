import { copyFileSync, existsSync, mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { within } from "../clock/index.ts";
import { asFault, Fault } from "../fault/index.ts";
import { collectFiles } from "./collect.ts";

/** Time for one upload: a minute, and a second more for each 2 MiB. */
const baseMs = 60_000;
const bytesPerSecond = 2 * 2 ** 20;

export interface UploadRequest {
  readonly reportDir: string;
  /** Folder for the copy of the HTML report, whose file name is the name of its artifact. */
  readonly stagingDir: string;
  readonly name: string;
  /** Put after the name when it is taken. */
  readonly suffix: string;
  /** 0 takes the repository's setting. */
  readonly retentionDays: number;
}

export interface Uploaded {
  readonly id: number;
  readonly name: string;
}

export interface UploadResult {
  /** The artifact with everything; undefined when it could not be uploaded. */
  readonly zip: Uploaded | undefined;
  /** The HTML report by itself, which a browser opens directly. */
  readonly html: Uploaded | undefined;
  readonly warnings: readonly string[];
}

/** Uploads the reports as one zip and the HTML report un-zipped. Never rejects: what fails becomes a warning. */
export async function uploadReports(request: UploadRequest): Promise<UploadResult> {
  const warnings: string[] = [];
  try {
    const { files, refused } = collectFiles(request.reportDir);
    warnings.push(...refused.map((entry) => `Not uploaded: ${entry}.`));
    const zip = await uploadOnce(request, request.name, async (name, client, options) =>
      client.uploadArtifact(name, [...files], request.reportDir, options),
    );
    const html = join(request.reportDir, "report.html");
    if (!existsSync(html)) {
      return { zip, html: undefined, warnings };
    }
    const page = await uploadOnce(request, zip.name, async (name, client, options) => {
      mkdirSync(request.stagingDir, { recursive: true, mode: 0o700 });
      const copy = join(request.stagingDir, `${name}.html`);
      copyFileSync(html, copy);
      return client.uploadArtifact(name, [copy], request.stagingDir, {
        ...options,
        skipArchive: true,
      });
    }).catch((error: unknown) => {
      warnings.push(failure(error));
      return undefined;
    });
    return { zip, html: page, warnings };
  } catch (error) {
    return { zip: undefined, html: undefined, warnings: [...warnings, failure(error)] };
  }
}

/** A name for the artifact service, which takes neither these characters nor an empty name. */
export function artifactName(
  wanted: string,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const attempt = environment["GITHUB_RUN_ATTEMPT"] ?? "1";
  const job = environment["GITHUB_JOB"] ?? "job";
  const name =
    wanted === ""
      ? `docker-mcp-manager-${job}${attempt === "1" ? "" : `-attempt-${attempt}`}`
      : wanted;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the point.
  return name.replace(/["<>:|*?\\/\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, "-").slice(0, 200);
}

/** Where a browser finds an artifact of this workflow run. */
export function artifactUrl(
  id: number,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const {
    GITHUB_SERVER_URL: server,
    GITHUB_REPOSITORY: repository,
    GITHUB_RUN_ID: run,
  } = environment;
  return `${server}/${repository}/actions/runs/${run}/artifacts/${id}`;
}

type Client = InstanceType<typeof import("@actions/artifact").DefaultArtifactClient>;
type Upload = (
  name: string,
  client: Client,
  options: { retentionDays?: number },
) => Promise<{ id?: number }>;

async function uploadOnce(request: UploadRequest, name: string, upload: Upload): Promise<Uploaded> {
  const { DefaultArtifactClient } = await import("@actions/artifact");
  const client = new DefaultArtifactClient();
  const options = request.retentionDays === 0 ? {} : { retentionDays: request.retentionDays };
  const ms = baseMs + (sizeOf(request.reportDir) / bytesPerSecond) * 1_000;
  const attempt = async (as: string): Promise<Uploaded> => {
    const late = () =>
      new Fault("USAGE", `the artifact service took longer than ${Math.round(ms / 1_000)} s`);
    const { id } = await within(upload(as, client, options), ms, late);
    return { id: id ?? 0, name: as };
  };
  try {
    return await attempt(name);
  } catch (error) {
    if (!isConflict(error)) {
      throw error;
    }
    return attempt(`${name}-${request.suffix}`);
  }
}

/** The client gives no code, only the words of the answer. */
function isConflict(error: unknown): boolean {
  return error instanceof Error && /\b409\b|Conflict|already exists/i.test(error.message);
}

function sizeOf(folder: string): number {
  return collectFiles(folder).files.reduce((sum, file) => sum + statSync(file).size, 0);
}

function failure(error: unknown): string {
  return `The reports could not be uploaded: ${asFault(error).message}`;
}
