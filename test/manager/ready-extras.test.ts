import { expect, test } from "vitest";
import { faulty, image, outcomes, play } from "./play.ts";

async function ping(server: string) {
  const played = await play(`version: 1
servers:
${server}
scenarios:
  - { name: one, server: srv, steps: [{ ping: true }] }
`);
  const [first = ""] = outcomes(played.record);
  return { ...played, first };
}

/** The server of mode ok beside a program that makes true what is waited for, after a second. */
function after(words: string, ...more: readonly string[]): string {
  return [
    "  srv:",
    `    image: ${image}`,
    `    command: [sh, -c, '(sleep 1; ${words}) <&- >&2 & exec node /servers/faulty.mjs ok']`,
    "    volumes: [{ host_path: ./servers, container_path: /servers }]",
    ...more.map((line) => `    ${line}`),
  ].join("\n");
}

test.each([
  ["a line of output", "echo now it is up", "ready: { log: it is up }"],
  ["a port", "busybox nc -l -p 7777", "ready: { port: 7777 }"],
  ["a command", "touch /tmp/up", "ready: { exec: [test, -e, /tmp/up] }"],
])("a server is ready no earlier than %s is there", async (_, words, ready) => {
  const { first, record } = await ping(
    after(words, ready, "checks: { leftover_processes: false }"),
  );
  expect(first).toBe("ping: passed");
  expect(record.servers()[0]?.readyMs).toBeGreaterThan(900);
});

test.each([
  ["ready: { timeout: 3s, log: nobody says this }", /a line of output with .* did not come/],
  ["ready: { timeout: 3s, port: 7777 }", /port 7777 is not listened on/],
  ["ready: { timeout: 3s, exec: [sh, -c, exit 3] }", /the command sh -c exit 3 exits with code 3/],
])("%s that never holds is named", async (ready, told) => {
  const { first, record } = await ping(faulty("srv", "ok", ready));
  expect(first).toMatch(told);
  expect(record.steps()[0]?.faultCode).toBe("SERVER_NOT_READY");
});

test("waiting for more than the first answer ends at once when the server ends", async () => {
  const server = after("kill 1", "ready: { log: nobody says this }");
  const startMs = performance.now();
  const { first } = await ping(server);
  expect(first).toMatch(/^ping: broken, /);
  expect(performance.now() - startMs).toBeLessThan(15_000);
});

test("what can never come to hold is told before anything starts", async () => {
  const { summary } = await ping(
    "  srv: { url: 'http://127.0.0.1:9/mcp', ready: { port: 80 }, restart: always }",
  );
  const told = summary.fault?.problems.map(({ message }) => message).toSorted() ?? [];
  expect(told).toEqual([
    expect.stringContaining("ready.port: is looked for in a container"),
    expect.stringContaining("restart: belongs to a container"),
  ]);
});
