import type { LoadedScenario, ServerSpec } from "../config/index.ts";
import { serversOf } from "./select-scenarios.ts";

type Protocol = ServerSpec["protocol"];

/** A scenario as it is played: once, or once for each protocol of its servers. */
export interface Variant {
  readonly scenario: LoadedScenario;
  /** As the record has it. */
  readonly name: string;
  /** What its servers with `protocols` are asked to speak; null: each its own. */
  readonly protocol: Protocol | null;
  /** Its servers by the name steps use, each with the name of the instance it is played on. */
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
      servers: new Map(names.map((name) => [name, instanceName(name, specs[name], protocol)])),
    }));
  });
}

/** One instance of a server for each protocol that it is played with. */
export function instanceName(
  name: string,
  spec: ServerSpec | undefined,
  protocol: Protocol | null,
): string {
  return protocol !== null && spec?.protocols?.includes(protocol) ? `${name} [${protocol}]` : name;
}
