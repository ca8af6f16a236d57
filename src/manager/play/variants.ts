import type { LoadedScenario, ServerSpec } from "../../config/index.ts";
import { serversOf } from "./select-scenarios.ts";

type Protocol = ServerSpec["protocol"];

/** A scenario as it is played: once, or once for each protocol of its servers. */
export interface Variant {
  readonly scenario: LoadedScenario;
  /** As the record has it. */
  readonly name: string;
  /** What its servers with `protocols` are asked to speak; null: each its own. */
  readonly protocol: Protocol | null;
  /** Its servers, and those whose addresses they are told, by the name steps use, each with the name of its instance. */
  readonly servers: ReadonlyMap<string, string>;
}

/** Every scenario in declared order, its variants one after the other. */
export function variantsOf(
  scenarios: readonly LoadedScenario[],
  specs: Readonly<Record<string, ServerSpec>>,
): readonly Variant[] {
  return scenarios.flatMap((scenario) => {
    const names = serversOf(scenario);
    const protocols = [...new Set(names.flatMap((name) => specs[name]?.protocols ?? []))];
    const played: readonly (Protocol | null)[] = protocols.length === 0 ? [null] : protocols;
    return played.map((protocol) => ({
      scenario,
      name: protocol === null ? scenario.name : `${scenario.name} [${protocol}]`,
      protocol,
      servers: new Map(
        withEndpoints(names, specs).map((name) => [
          name,
          instanceName(name, specs[name], protocol),
        ]),
      ),
    }));
  });
}

/** The names, and behind them whatever is an endpoint of one, of an endpoint's endpoints and so on. */
function withEndpoints(
  names: readonly string[],
  specs: Readonly<Record<string, ServerSpec>>,
): readonly string[] {
  const all = new Set(names);
  // A set is walked up to what is added meanwhile.
  for (const name of all) {
    specs[name]?.network.endpoints.forEach((endpoint) => all.add(endpoint));
  }
  return [...all];
}

/** One instance of a server for each protocol that it is played with. */
export function instanceName(
  name: string,
  spec: ServerSpec | undefined,
  protocol: Protocol | null,
): string {
  return protocol !== null && spec?.protocols?.includes(protocol) ? `${name} [${protocol}]` : name;
}
