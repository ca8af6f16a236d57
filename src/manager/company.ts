import type { LoadedRunFile, RunFile } from "../config/index.ts";
import { Fault } from "../fault/index.ts";
import { needsOf, type WaitFor } from "./needs.ts";
import type { RunDeps } from "./play/run-file.ts";
import type { ManagedService } from "./service/managed-service.ts";
import type { Origin } from "./world.ts";

/** The servers and services that come first for these servers, directly or not, and the servers themselves. */
export function companyOf(
  { servers, services }: Pick<RunFile, "servers" | "services">,
  names: Iterable<string>,
): ReadonlySet<string> {
  const all = new Set(names);
  for (const name of all) {
    const { depends_on: waits = {} } = servers[name] ?? services[name] ?? {};
    Object.keys(waits).forEach((each) => all.add(each));
  }
  return all;
}

/** Declares the services among `names`; the servers that they wait for are waited for by `waitForServer`. */
export function declareServices(
  { runFile, locate }: Pick<LoadedRunFile, "runFile" | "locate">,
  names: ReadonlySet<string>,
  waitForServer: WaitFor,
  origin: Origin,
  deps: Pick<RunDeps, "declareService" | "progress">,
): { readonly services: ReadonlyMap<string, ManagedService>; readonly waitFor: WaitFor } {
  const services = new Map<string, ManagedService>();
  const waitFor: WaitFor = async (name, condition, signal) => {
    const service = services.get(name);
    if (service === undefined) {
      return waitForServer(name, condition, signal);
    }
    void service.start(deps.progress);
    return service.waitFor(condition);
  };
  for (const [name, spec] of Object.entries(runFile.services)) {
    if (names.has(name)) {
      const needs = needsOf("it", spec.depends_on, waitFor);
      const at = locate(["services", name]);
      services.set(name, deps.declareService({ name, spec, origin, at, needs }));
    }
  }
  return { services, waitFor };
}

/** A server that is waited for, and will not come. */
export function absent(name: string, fault: Fault): Fault {
  return new Fault(
    "DEPENDENCY_FAILED",
    `the server "${name}", which did not become ready: ${fault.message}`,
  );
}
