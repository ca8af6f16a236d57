import { Fault } from "../../fault/index.ts";
import { withoutEndSlashes } from "../../text/index.ts";
import { askClient } from "./ask-client.ts";
import { type Client, clients, type IndexKind } from "./clients.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Where packages are looked up. */
export interface PackageIndexes {
  /**
   * The addresses that the client of these packages would ask, in their order, without a slash at the end.
   *
   * Rejects PACKAGE_INDEX_UNREACHABLE when neither the environment nor the client itself tells any.
   */
  readonly of: (kind: IndexKind) => Promise<readonly string[]>;
  /** What says which proxy leads there: HTTPS_PROXY, HTTP_PROXY, NO_PROXY, in both cases. */
  readonly proxies: Environment;
}

/** The indexes that the environment names for npm, pip or uv, go, cargo and Maven, else those they say they use on this host. */
export function packageIndexes(environment: Environment): PackageIndexes {
  const known = new Map<IndexKind, Promise<readonly string[]>>();
  const proxies = ["HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"].flatMap((name) => [
    name,
    name.toLowerCase(),
  ]);
  return {
    of(kind) {
      const addresses = known.get(kind) ?? addressesFor(clients[kind], environment);
      known.set(kind, addresses);
      return addresses;
    },
    proxies: Object.fromEntries(proxies.map((name) => [name, environment[name]])),
  };
}

async function addressesFor(client: Client, environment: Environment): Promise<readonly string[]> {
  const { index, variables, command } = client;
  const named = variables.map((name) => environment[name]).find((value) => value);
  const said = named ?? (await askClient(client, environment));
  if (said === undefined) {
    throw new Fault(
      "PACKAGE_INDEX_UNREACHABLE",
      `${index} is not known: ${variables.join(" or ")} would name it, and ${command[0]} does not say here which one it uses`,
      { hint: `Set ${variables[0]} to its address.` },
    );
  }
  const addresses = said
    .split(/[,|]/)
    .map((each) => withoutEndSlashes(each.trim().replace(/^sparse\+/, "")))
    .filter((each) => /^https?:/.test(each));
  if (addresses.length === 0) {
    throw new Fault(
      "PACKAGE_INDEX_UNREACHABLE",
      `${index} cannot be asked: what ${variables.join(" or ")} says, or ${command[0]} itself, is no http address`,
      { hint: `Set ${variables[0]} to its address.` },
    );
  }
  return addresses;
}
