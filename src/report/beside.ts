import type { RecordReader } from "../record/index.ts";
import { bytes, duration, plural } from "../text/index.ts";
import type { MockRequestReport, Report, ServerReport } from "./model.ts";
import { conditionOf, cut } from "./wording.ts";

/** Servers and services: all that has a container of the run. */
export function containersOf({
  servers,
  services,
}: Pick<Report, "servers" | "services">): readonly ServerReport[] {
  return [...servers, ...services];
}

/** What mocks were asked, equal requests together, in the order of the first of them. */
export function mockRequests(reader: RecordReader): readonly MockRequestReport[] {
  const all = new Map<string, MockRequestReport>();
  for (const { server, data } of reader.events("mock-request")) {
    const event = parsed(data);
    const request = {
      service: server ?? "",
      method: String(event["method"]),
      path: String(event["url"]).split("?", 1)[0] ?? "",
      status: Number(event["status"]),
      matched: event["matched"] === true,
    };
    const key = JSON.stringify(request);
    all.set(key, { ...request, requests: (all.get(key)?.requests ?? 0) + 1 });
  }
  return [...all.values()];
}

/** A table of services, for text of any kind: its head and its rows. */
export function serviceRows({
  services,
}: Pick<Report, "services">): readonly (readonly string[])[] {
  return services.map((service) => {
    const { name, template, readyMs, peakMemoryBytes, samples, cpuMs } = service;
    return [
      cut(name, 100),
      template,
      stateOf(service),
      readyMs === null ? "–" : duration(readyMs),
      peakMemoryBytes === null ? "–" : bytes(peakMemoryBytes),
      samples === 0 ? "–" : duration(cpuMs),
    ];
  });
}

export const serviceHead = ["service", "made of", "state", "healthy in", "peak memory", "CPU time"];

/** A table of what mocks were asked. */
export function mockRows({ mocks }: Pick<Report, "mocks">): readonly (readonly string[])[] {
  return mocks.map(({ service, method, path, status, matched, requests }) => [
    cut(service, 100),
    cut(`${method} ${path}`, 200),
    `${status}${matched ? "" : ", no answer declared"}`,
    plural(requests, "request"),
  ]);
}

export const mockHead = ["service", "request", "answer", "times"];

function stateOf(service: ServerReport): string {
  const condition = conditionOf(service);
  const reason = condition === "failed" || condition === "stopped" ? service.reason : null;
  return reason === null ? condition : `${condition}: ${cut(reason, 200)}`;
}

/** Our own writer made it; a record that was touched has nothing in it. */
function parsed(json: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
