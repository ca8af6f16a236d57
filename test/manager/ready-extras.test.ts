import { expect, test } from "vitest";
import { faulty, image, outcomesByScenario, play, tiny } from "./play.ts";

/** Plays a ping against each of the servers, all in one run; what each ping came to, by server. */
async function pings(servers: Readonly<Record<string, string>>) {
  const played = await play(`version: 1
servers:
${Object.values(servers).join("\n")}
scenarios:
${Object.keys(servers)
  .map((name) => `  - { name: ${name}, server: ${name}, steps: [{ ping: true }] }`)
  .join("\n")}
`);
  const { record } = played;
  const came = Object.fromEntries(
    Object.entries(outcomesByScenario(record)).map(([name, lines]) => [name, lines.join()]),
  );
  const codes = new Set(record.steps().map(({ faultCode }) => faultCode));
  const enteredMs = (name: string, wanted: string) =>
    [...record.transitions(name)].find(({ state }) => state === wanted)?.atMs ?? Number.NaN;
  return { ...played, came, codes, enteredMs };
}

/** A good server beside a program that does something after a second. */
function after(name: string, words: string, ...more: readonly string[]): string {
  return [
    `  ${name}:`,
    `    image: ${image}`,
    `    command: [sh, -c, '(sleep 1; ${words}) <&- >&2 & exec sh /servers/tiny.sh']`,
    "    volumes: [{ host_path: ./servers, container_path: /servers }]",
    "    checks: { leftover_processes: false, idle_cpu: false }",
    ...more.map((line) => `    ${line}`),
  ].join("\n");
}

/** The same over HTTP; GET /ready is refused for a while, GET of anything else for ever. */
function http(name: string, ready: string): string {
  return [
    `  ${name}:`,
    `    image: ${image}`,
    "    command: [node, /servers/small-http.mjs, '8080']",
    "    transport: http",
    "    http: { port: 8080 }",
    "    volumes: [{ host_path: ./servers, container_path: /servers }]",
    "    checks: { leftover_processes: false, idle_cpu: false }",
    `    ${ready}`,
  ].join("\n");
}

test("a server is ready no earlier than a line of output, a port, a command and a page say so", async () => {
  const { came, record } = await pings({
    log: after("log", "echo now it is up", "ready: { log: it is up }"),
    port: after("port", "busybox nc -l -p 7777", "ready: { port: 7777 }"),
    exec: after("exec", "touch /tmp/up", "ready: { exec: [test, -e, /tmp/up] }"),
    page: http("page", "ready: { http: /ready }"),
  });
  const passed = "ping: passed";
  expect(came).toEqual({ log: passed, port: passed, exec: passed, page: passed });
  for (const { name, readyMs } of record.servers()) {
    expect(readyMs, name).toBeGreaterThan(900);
  }
});

test("what is declared and never holds is named, also when finding out does not come to an end", async () => {
  const { came, codes } = await pings({
    log: tiny("log", "ready: { timeout: 5s, log: nobody says this }"),
    port: tiny("port", "ready: { timeout: 5s, port: 7777 }"),
    exec: tiny("exec", "ready: { timeout: 5s, exec: [sh, -c, exit 3] }"),
    hang: tiny("hang", "ready: { timeout: 5s, exec: [sleep, '1000'] }"),
    page: http("page", "ready: { timeout: 5s, http: /nope }"),
  });
  expect(came).toEqual({
    log: expect.stringMatching(/a line of output with "nobody says this" did not come/),
    port: expect.stringMatching(/port 7777 is not listened on/),
    exec: expect.stringMatching(/the command sh -c exit 3 exits with code 3/),
    hang: expect.stringMatching(/the command sleep 1000 gave no answer/),
    page: expect.stringMatching(/GET \/nope answers with status 405/),
  });
  expect([...codes]).toEqual(["SERVER_NOT_READY"]);
});

test("F33 waiting for more than the first answer ends at once when the server ends, with code 0, too", async () => {
  const { came, codes, enteredMs } = await pings({
    log: after("log", "kill 1", "ready: { log: nobody says this }"),
    port: after("port", "kill 1", "ready: { port: 7777 }"),
    exec: after("exec", "kill 1", "ready: { exec: [sleep, '1000'] }"),
    zero: faulty("zero", "exit-zero", "ready: { log: nobody says this }"),
  });
  expect([...codes]).toEqual(["SERVER_EXITED_EARLY"]);
  expect(came["zero"]).toMatch(/exited with code 0/);
  for (const name of Object.keys(came)) {
    // It ends after a second; it would be waited for for thirty.
    expect(enteredMs(name, "failed") - enteredMs(name, "starting"), name).toBeLessThan(10_000);
  }
});

test("what can never come to hold is told before anything starts", async () => {
  const { summary } = await pings({
    srv: "  srv: { url: 'http://127.0.0.1:9/mcp', ready: { port: 80 }, restart: always }",
  });
  const told = summary.fault?.problems.map(({ message }) => message).toSorted() ?? [];
  expect(told).toEqual([
    expect.stringContaining("ready.port: is looked for in a container"),
    expect.stringContaining("restart: belongs to a container"),
  ]);
});
