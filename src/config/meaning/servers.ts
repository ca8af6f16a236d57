import { isName } from "../fields.ts";
import { serverKinds } from "../json-schema.ts";
import { buildSecretsOf, clientSecretOf } from "../mentioned.ts";
import type { Outside } from "../outside.ts";
import { ownSecretsOf } from "../own-secrets.ts";
import { staysInside } from "../paths.ts";
import type { Finding } from "../source.ts";
import { child, type Entry, entriesOf, type Tree, textOf } from "../tree.ts";
import { quote, showValue, suggestion } from "../wording.ts";
import { clientFindings, endpointFindings } from "./endpoints.ts";
import { hostPathFindings, outsideFinding, powerlessFindings } from "./hardening.ts";
import { networkFindings } from "./network.ts";
import { seedClashes, volumeFindings } from "./volumes.ts";

export interface Surroundings {
  readonly workspace: string;
  /** Folder of the run file. */
  readonly folder: string;
  readonly templates: readonly string[] | undefined;
  readonly secrets: Readonly<Record<string, string>> | undefined;
}

/** What a schema of single fields cannot say about the servers, and what services have in common with them. */
export function serverFindings(
  root: Tree,
  surroundings: Surroundings,
  { jsonPathProblem }: Pick<Outside, "jsonPathProblem">,
): readonly Finding[] {
  const network = networkFindings(root);
  const own = entriesOf(child(root, "servers")).flatMap(([name, entry]) =>
    entry.value.kind === "map"
      ? [
          ...templateFindings(entry.value, surroundings),
          ...secretFindings(entry.value, surroundings),
          ...pathFindings(entry.value, surroundings),
          ...endpointFindings(name, entry.value),
          ...clientFindings(child(entry.value, "client"), jsonPathProblem),
        ]
      : [],
  );
  const beside = entriesOf(child(root, "services")).flatMap(([, { value }]) =>
    value.kind === "map"
      ? [...secretFindings(value, surroundings), ...pathFindings(value, surroundings)]
      : [],
  );
  return [...own, ...beside, ...network, ...seedClashes(root)];
}

/** Servers of which nothing, or more than one thing, says what runs. */
export function kindFindings(written: Tree): readonly Finding[] {
  return entriesOf(child(written, "servers")).flatMap(([name, entry]) =>
    entry.value.kind === "map" ? kindFindingsOf(name, entry) : [],
  );
}

function kindFindingsOf(name: string, { keyOffset, value }: Entry): readonly Finding[] {
  const keys = entriesOf(value);
  const kinds = keys.filter(([key]) => serverKinds.some((kind) => kind === key));
  const [first, second] = kinds;
  if (first && second) {
    const message = `the server ${quote(name)} has both ${first[0]} and ${second[0]}; exactly one of ${serverKinds.join(", ")} says what runs`;
    return [{ offset: second[1].keyOffset, message }];
  }
  if (!first) {
    const message = `the server ${quote(name)} has none of ${serverKinds.join(", ")}; exactly one says what runs`;
    return [{ offset: keyOffset, message }];
  }
  const parameters = keys.find(([key]) => key === "with");
  return parameters && first[0] !== "template"
    ? [
        {
          offset: parameters[1].keyOffset,
          message: `with: has parameters of a template, but the server ${quote(name)} has ${first[0]}`,
        },
      ]
    : [];
}

function templateFindings(server: Tree, { templates }: Surroundings): readonly Finding[] {
  const tree = child(server, "template");
  const name = textOf(tree);
  return tree && name !== undefined && isName(name) && templates && !templates.includes(name)
    ? [
        {
          offset: tree.offset,
          message: `there is no template ${showValue(tree)}`,
          hint: suggestion(name, templates),
        },
      ]
    : [];
}

function secretFindings(server: Tree, { secrets }: Surroundings): readonly Finding[] {
  const env = child(server, "env");
  const seen = new Set<string>();
  const named = [child(server, "bearer"), clientSecretOf(server)].flatMap((tree) =>
    tree === undefined ? [] : unsetFindings(tree, secrets),
  );
  const listed = ownSecretsOf(server).flatMap((tree) => {
    const name = textOf(tree);
    if (name === undefined) {
      return [];
    }
    const { offset } = tree;
    const shown = showValue(tree);
    if (seen.has(name)) {
      return [{ offset, message: `the secret ${shown} is listed twice` }];
    }
    seen.add(name);
    if (child(env, name)) {
      return [{ offset, message: `${shown} is both in env and in secrets` }];
    }
    return unsetFindings(tree, secrets);
  });
  return [...listed, ...named, ...buildSecretFindings(server, secrets)];
}

/** A build argument can be read from the image, so none may be called like a secret. */
function buildSecretFindings(server: Tree, secrets: Surroundings["secrets"]): readonly Finding[] {
  const own = buildSecretsOf(server);
  const names = new Set([...ownSecretsOf(server), ...own].map(textOf));
  const args = entriesOf(child(child(server, "build"), "args"));
  const asArguments = args
    .filter(([name]) => names.has(name))
    .map(([name, { keyOffset }]) => ({
      offset: keyOffset,
      message: `the secret ${quote(name)} is given as a build argument, which stays readable in the image`,
      hint: `List it in build.secrets, and read it in the Dockerfile by RUN --mount=type=secret,id=${name}.`,
    }));
  return [...own.flatMap((tree) => unsetFindings(tree, secrets)), ...asArguments];
}

function unsetFindings(tree: Tree, secrets: Surroundings["secrets"]): readonly Finding[] {
  const name = textOf(tree);
  return name !== undefined && secrets && !Object.hasOwn(secrets, name)
    ? [
        {
          offset: tree.offset,
          message: `the secret ${showValue(tree)} is not set`,
          hint: "Set it in the environment of the step (env:), or hand it over with `vars`.",
        },
      ]
    : [];
}

function pathFindings(server: Tree, surroundings: Surroundings): readonly Finding[] {
  const { workspace, folder } = surroundings;
  const build = child(server, "build");
  const context = build?.kind === "map" ? child(build, "context") : build;
  const contextPath = textOf(context) ?? ".";
  const dockerfile = textOf(child(build, "dockerfile"));
  const findings: Finding[] =
    context && !staysInside(workspace, folder, contextPath)
      ? [outsideFinding(context, "lies outside the workspace")]
      : [];
  findings.push(...hostPathFindings(server, surroundings), ...powerlessFindings(server));
  if (dockerfile !== undefined && !staysInside(contextPath, contextPath, dockerfile)) {
    const tree = child(build, "dockerfile") ?? server;
    const message = `the Dockerfile ${showValue(tree)} lies outside its context`;
    findings.push({ offset: tree.offset, message });
  }
  return [...findings, ...volumeFindings(server, surroundings)];
}
