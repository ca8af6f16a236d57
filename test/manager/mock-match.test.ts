import { expect, test } from "vitest";
import { mockRule } from "../../src/config/mock/http.ts";
import { mockAnswers } from "../../src/manager/mock/match.ts";

/** Which of the rules answer a request, by their status; 0: none. */
function asked(rules: readonly unknown[]) {
  const answers = mockAnswers(
    rules.map((rule, nth) =>
      mockRule.parse({ answer: { status: 201 + nth }, ...(rule as object) }),
    ),
  );
  return (line: string, more: { headers?: Record<string, string>; body?: string } = {}): number => {
    const [method = "", url = ""] = line.split(" ");
    const { headers = {}, body = "" } = more;
    const request = { id: 1, method, url, headers, body: Buffer.from(body).toString("base64") };
    return answers.find(request)?.status ?? 0;
  };
}

test("method and path decide, the first that fits answers", () => {
  const ask = asked([
    { request: "GET /users/{id}" },
    { request: "/users/*" },
    { request: "GET /users" },
    { request: "GET /a b".replace(" b", "%20b") },
  ]);
  expect(ask("GET /users/7")).toBe(201);
  expect(ask("POST /users/7")).toBe(202);
  expect(ask("GET /users/7/posts")).toBe(202);
  expect(ask("GET /users/")).toBe(202);
  expect(ask("GET /users?page=2")).toBe(203);
  expect(ask("GET /usersx")).toBe(0);
  expect(ask("GET /a%20b")).toBe(204);
  expect(ask("GET /%zz")).toBe(0);
});

test("query and headers must be there, with stars for what may vary", () => {
  const ask = asked([
    { request: { path: "/s", query: { q: "a*c", page: 2 } } },
    { request: { path: "/s", headers: { Authorization: "Bearer *" } } },
    { request: { path: "/s", query: { n: "*ab*ab" } } },
  ]);
  expect(ask("GET /s?page=2&q=abbc&more=1")).toBe(201);
  expect(ask("GET /s?page=2&q=abb")).toBe(0);
  expect(ask("GET /s", { headers: { authorization: "Bearer x" } })).toBe(202);
  expect(ask("GET /s", { headers: { authorization: "Basic x" } })).toBe(0);
  expect(ask("GET /s?n=abab")).toBe(203);
  expect(ask("GET /s?n=xxab-ab")).toBe(203);
  expect(ask("GET /s?n=ab")).toBe(0);
  expect(asked([{ request: { path: "/s", query: { n: "a*a" } } }])("GET /s?n=a")).toBe(0);
});

test("a JSON body must contain what is wanted, a text be equal", () => {
  const ask = asked([
    { request: { path: "/b", body: { a: { b: [1, { c: 2 }] } } } },
    { request: { path: "/b", body: "plain" } },
  ]);
  expect(ask("POST /b", { body: '{"a":{"b":[1,{"c":2,"d":3}],"e":4}}' })).toBe(201);
  expect(ask("POST /b", { body: '{"a":{"b":[1,{"c":2}, 3]}}' })).toBe(0);
  expect(ask("POST /b", { body: "plain" })).toBe(202);
  expect(ask("POST /b", { body: "plain text" })).toBe(0);
});

test("a rule with times is used so often, then the next that fits", () => {
  const ask = asked([{ request: "/x", times: 2 }, { request: "/x" }]);
  expect([ask("GET /x"), ask("GET /x"), ask("GET /x"), ask("GET /x")]).toEqual([
    201, 201, 202, 202,
  ]);
});

test("an answer has the type of its body, unless it says another", () => {
  const find = (answer: object) =>
    mockAnswers([mockRule.parse({ request: "/", answer })]).find({
      id: 1,
      method: "GET",
      url: "/",
      headers: {},
      body: "",
    });
  expect(find({ json: { a: 1 } })).toMatchObject({
    headers: { "content-type": "application/json" },
    body: Buffer.from('{"a":1}').toString("base64"),
  });
  expect(find({ text: "<a>", headers: { "Content-Type": "text/html" } })?.headers).toEqual({
    "Content-Type": "text/html",
  });
  expect(find({ status: 204, delay: "2s" })).toEqual({
    status: 204,
    headers: {},
    body: "",
    delayMs: 2_000,
  });
});
