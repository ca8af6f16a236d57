import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Fault } from "../../../src/fault/index.ts";
import { callOf } from "./call-of.ts";
import { answerTo, errorTo, type Handler, json, status, stream, text } from "./stub-server.ts";

const echoed = { content: [{ type: "text", text: "hi" }] };
const html = `<html><body>${"x".repeat(1000)}</body></html>`;

describe("an answer with a fault is told by its cause:", () => {
  const cases: [string, Handler, string, string | undefined][] = [
    [
      "I93 a request that gets 202",
      (response) => status(response, 202),
      "was answered with HTTP 202 and no body",
      "http-no-answer",
    ],
    [
      "I93 an empty body",
      (response) => text(response, "", "application/json"),
      "was answered with HTTP 200 (application/json) and no body",
      "http-no-answer",
    ],
    [
      "I93 a body of the wrong type",
      (response) => text(response, html, "text/html; charset=utf-8"),
      "(HTTP 200 (text/html; charset=utf-8)) is no JSON",
      "http-content-type",
    ],
    [
      "I93 JSON that is no message",
      (response) => json(response, { ok: true }),
      "is no JSON-RPC message",
      undefined,
    ],
    [
      "I93 a body that is cut off",
      (response, { message }) =>
        text(response, JSON.stringify(answerTo(message, echoed)).slice(0, -3), "application/json"),
      "is no JSON",
      "invalid-json",
    ],
    [
      "F99 500 with a page of HTML",
      (response) => text(response, html, "text/html", 500),
      "no JSON-RPC answer but HTTP 500 (text/html)",
      undefined,
    ],
    [
      "F99 a redirect to another host",
      (response) => status(response, 307, { location: "http://127.0.0.2:9/mcp?token=x" }),
      'leads to "http://127.0.0.2:9/mcp", which is another host, port or scheme and is not followed',
      undefined,
    ],
    [
      "F99 a redirect that would turn a POST into a GET",
      (response) => status(response, 302, { location: "/mcp" }),
      "a client must ask there with GET",
      undefined,
    ],
    [
      "F99 a redirect loop",
      (response) => status(response, 307, { location: "/mcp" }),
      "which redirects without end",
      "http-redirect",
    ],
    [
      "F98 a stream that ends before the answer",
      (response) => stream(response).end(":\n\n"),
      "The stream that answers tools/call",
      undefined,
    ],
    [
      "F98 a connection that breaks in the middle of a body",
      (response) => {
        response.writeHead(200, { "content-type": "application/json", "content-length": 1000 });
        response.write("{");
        response.socket?.destroySoon();
      },
      "the connection was closed in the middle of the answer",
      undefined,
    ],
    [
      "I94 a chunk that is cut off",
      (response) => {
        response.socket?.end(
          "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nff\r\n{",
        );
      },
      "the connection was closed in the middle of the answer",
      undefined,
    ],
    [
      "I93 a header with a line break in it",
      (response) => {
        response.socket?.end("HTTP/1.1 200 OK\r\nx-a: b\nc\r\n\r\n");
      },
      "carried no valid HTTP",
      undefined,
    ],
    [
      "an answer nested too deep",
      (response) =>
        text(
          response,
          `{"jsonrpc":"2.0","id":2,"result":${"[".repeat(300)}${"]".repeat(300)}}`,
          "application/json",
        ),
      "nests deeper than 200 levels",
      "too-deep",
    ],
  ];
  test.each(cases)("%s", async (_, handler, words, code) => {
    const { outcome, codes } = await callOf(handler);
    expect(outcome).toMatchObject({ message: expect.stringContaining(words) });
    expect(new Set(codes)).toEqual(new Set(code === undefined ? [] : [code]));
  });
});

test("I93 JSON of another type is a finding, and is read all the same", async () => {
  const { outcome, codes } = await callOf((response, { message }) =>
    text(response, JSON.stringify(answerTo(message, echoed)), "text/plain"),
  );
  expect(outcome).toMatchObject({ kind: "result", result: echoed });
  expect(codes).toEqual(["http-content-type"]);
});

test.each([401, 403])("an answer %i is a denial, with the challenge quoted", async (code) => {
  const { outcome } = await callOf((response, { message }) =>
    json(response, code === 401 ? errorTo(message, -32000) : { error: "no" }, code, {
      "www-authenticate": 'Bearer realm="here"',
    }),
  );
  expect(outcome).toMatchObject({
    code: "ACCESS_DENIED",
    message: expect.stringContaining(code === 401 ? "realm=" : '{\\"error'),
  });
});

describe("what is unusual but right is no finding:", () => {
  const cases: [string, Handler][] = [
    [
      "I93 application/json with a charset, in capitals",
      (response, { message }) =>
        text(
          response,
          JSON.stringify(answerTo(message, echoed)),
          "Application/JSON; charset=utf-8",
        ),
    ],
    [
      "I94 a compressed body",
      (response, { message }) => {
        response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" });
        response.end(gzipSync(JSON.stringify(answerTo(message, echoed))));
      },
    ],
    [
      "a body with indentation",
      (response, { message }) =>
        text(response, JSON.stringify(answerTo(message, echoed), null, 2), "application/json"),
    ],
    [
      "I92 an event stream with comments, CR only, data over several lines and an empty first event",
      (response, { message }) => {
        const [head, tail] = JSON.stringify(answerTo(message, echoed)).split(',"result"');
        stream(response).end(
          `\uFEFF: hello\rid: 1\rdata:\r\r:\rretry: 1e12\rdata: ${head}\rdata: ,"result"${tail}\r\r`,
        );
      },
    ],
  ];
  test.each(cases)("%s", async (_, handler) => {
    const { outcome, codes } = await callOf(handler);
    expect(outcome).toMatchObject({ kind: "result", result: echoed });
    expect(codes).toEqual([]);
  });
});

test("F99 the body of an HTTP error is quoted to 200 characters", async () => {
  const { outcome } = await callOf((response) => text(response, html, "text/html", 500));
  const { message } = outcome as Fault;
  expect(message).toContain("<html>");
  expect(message.length).toBeLessThan(320);
});

describe("errors of a modern server", () => {
  const cases: [number, number, boolean][] = [
    [-32601, 404, true],
    [-32601, 200, false],
    [-32020, 400, true],
    [-32021, 400, true],
    [-32022, 400, true],
    [-32020, 200, false],
    [-32602, 400, true],
    [-32602, 200, true],
  ];
  test.each(cases)("%i with HTTP %i are read as such; in order: %s", async (code, http, right) => {
    const { outcome, codes } = await callOf(
      (response, { message }) => json(response, errorTo(message, code), http),
      { protocol: "modern" },
    );
    expect(outcome).toMatchObject({ kind: "error", error: { code }, status: http });
    expect(codes.filter((one) => one === "http-status")).toHaveLength(right ? 0 : 1);
  });

  test("that come without an id are the answer to the request they came for", async () => {
    const { outcome } = await callOf(
      (response) => json(response, { jsonrpc: "2.0", error: { code: -32020, message: "no" } }, 400),
      { protocol: "modern" },
    );
    expect(outcome).toMatchObject({ kind: "error", error: { code: -32020 } });
  });
});
