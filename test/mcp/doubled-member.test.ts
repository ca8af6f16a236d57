import fc from "fast-check";
import { expect, test } from "vitest";
import { doubledMember } from "../../src/mcp/doubled-member.ts";

test.each([
  ['{"id":1,"result":{},"id":2}', "id"],
  ['{ "id" : 1, "\\u0069d" : 2 , "jsonrpc":"2.0" }', "id"],
  ['{ "id" : 1, "params": "\\"id\\": \\u001b", "x": "id" }', undefined],
  ['{"id":1,"\\u0069d":2,"result":{"id":"id"}}', "id"],
  ['{"method":"a","params":{"method":"a","id":[{"id":1},{"id":2}]},"method":"b"}', "method"],
  ['{"x":1,"x":2,"id":{"id":1}}', "x"],
])("I85 %s: %s stands twice", (text, name) => {
  expect(doubledMember(text)).toBe(name);
});

test("I85 nothing that JSON.stringify writes has a member twice", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.string(), (value, key) => {
      const message = {
        jsonrpc: "2.0",
        id: 1,
        result: { id: value, result: [value], [key]: "id" },
      };
      expect(doubledMember(JSON.stringify(message))).toBeUndefined();
      expect(doubledMember(JSON.stringify(message, null, 1))).toBeUndefined();
      const doubled = JSON.stringify(message).replace(/\}$/, ',"id":3}');
      expect(doubledMember(doubled)).toBe("id");
    }),
  );
});
