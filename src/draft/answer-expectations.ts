import { listOf, member } from "./schema-parts.ts";
import { isVolatile, textPredicate } from "./stable.ts";
import type { Answer } from "./wire-exchange.ts";

type Expect = Readonly<Record<string, unknown>>;

const mostBytes = 2_000;

/** Where the entries of a list stand, and by what they are told apart. */
const lists: Readonly<Record<string, readonly [string, string]>> = {
  "tools/list": ["tools", "name"],
  "resources/list": ["resources", "uri"],
  "resources/templates/list": ["resourceTemplates", "uriTemplate"],
  "prompts/list": ["prompts", "name"],
};

/** What a step expects when its request was answered so. */
export function expectationsOf(method: string, answer: Answer): Expect {
  if ("error" in answer) {
    const code = member(answer.error, "code");
    return { error: typeof code === "number" ? { code } : true };
  }
  const { result } = answer;
  switch (method) {
    case "tools/call":
      return ofCall(result);
    case "resources/read":
      return ofContents(listOf(member(result, "contents")));
    case "prompts/get":
      return ofMessages(listOf(member(result, "messages")));
    case "completion/complete":
      return ofValue("$.completion.values", member(member(result, "completion"), "values"));
    default: {
      const list = lists[method];
      return list === undefined ? { error: false } : ofList(list, result);
    }
  }
}

function ofCall(result: unknown): Expect {
  const content = listOf(member(result, "content"));
  const texts = content
    .filter((block) => member(block, "type") === "text")
    .map((block) => member(block, "text"))
    .filter((text) => typeof text === "string");
  const others = content.flatMap((block, index): [string, unknown][] => {
    const type = member(block, "type");
    return type === "text" || typeof type !== "string"
      ? []
      : [
          [`$.content[${index}].type`, type],
          ...entryOf(`$.content[${index}].mimeType`, member(block, "mimeType")),
        ];
  });
  return {
    is_error: member(result, "isError") === true,
    ...(texts.length === 0 ? {} : { text: textPredicate(texts.join("\n")) }),
    ...Object.fromEntries(others.slice(0, 10)),
    ...ofValue("structured", member(result, "structuredContent")),
  };
}

function ofContents(contents: readonly unknown[]): Expect {
  const [first] = contents;
  const text = member(first, "text");
  return {
    "$.contents[0].uri": { exists: true },
    ...Object.fromEntries(entryOf("$.contents[0].mimeType", member(first, "mimeType"))),
    ...(typeof text === "string" ? { "$.contents[0].text": textPredicate(text) } : {}),
  };
}

function ofMessages(messages: readonly unknown[]): Expect {
  return Object.fromEntries(
    messages.slice(0, 5).flatMap((message, index): [string, unknown][] => {
      const text = member(member(message, "content"), "text");
      const place = `$.messages[${index}]`;
      return [
        ...entryOf(`${place}.role`, member(message, "role")),
        ...(typeof text === "string" ? [textEntry(`${place}.content.text`, text)] : []),
      ];
    }),
  );
}

function ofList([key, identity]: readonly [string, string], result: unknown): Expect {
  const names = listOf(member(result, key)).map((entry) => member(entry, identity));
  if (names.length === 0) {
    return { [`$.${key}`]: { equals: [] } };
  }
  // Of one value the path gives that value itself.
  return ofValue(`$.${key}[*].${identity}`, names.length === 1 ? names[0] : names);
}

function ofValue(place: string, value: unknown): Expect {
  if (value === undefined) {
    return {};
  }
  const isLong = JSON.stringify(value).length > mostBytes;
  if (isLong || isVolatile(value)) {
    return { [place]: { type: kindOf(value) } };
  }
  return { [place]: { equals: value } };
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? "array" : value === null ? "null" : typeof value;
}

function textEntry(place: string, text: string): [string, unknown] {
  return [place, textPredicate(text)];
}

function entryOf(place: string, value: unknown): [string, unknown][] {
  return typeof value === "string" ? [[place, value]] : [];
}
