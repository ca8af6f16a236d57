/** What stands above the tables. */
export const referenceHead = `# The run file

A run file says which MCP servers are started and what is done with them. It is YAML 1.2 or JSON, one document, UTF-8, at most
256 KiB, and is looked for at \`mcp-manager.yml\`, then \`.github/mcp-manager.yml\`. This page is generated from the schema that
also checks the file. For completion in an editor, begin the file with
\`# yaml-language-server: $schema=mcp-manager.schema.json\`.

\`\`\`yaml
version: 1
servers:
  everything:
    template: npm
    with: { package: "@modelcontextprotocol/server-everything", version: "\${VERSION:-latest}" }
scenarios:
  - name: echo and sum
    steps:
      - list: tools
        expect: { "$.tools[*].name": { contains: get-sum } }
      - call: echo
        with: { message: hello }
        expect: { text: "Echo: hello", duration: { below: 500ms } }
        capture: { said: "$.content[0].text" }
      - call: echo
        with: { message: "{{ said }}, again" }
        expect: { text: { matches: "again$" }, is_error: false }
\`\`\`

## Filling in values

| written | filled in with |
|---|---|
| \`\${NAME}\` | the variable, else the environment variable; it must be set |
| \`\${NAME:-default}\` | the same, or \`default\` when it is not set or empty |
| \`\${NAME:?message}\` | the same, or an error with \`message\` when it is not set or empty |
| \`$$\` | a plain \`$\` |
| \`{{ name }}\` | what an earlier step of the scenario captured, or the column of the row; anywhere in a step |
| \`{{ row.name }}\` | the column of the row of \`for_each\` |

Values are filled in inside of values, never in keys, and in one pass: what was filled in is not looked at again and can
add no keys or lines. A value that is nothing but \`\${NAME}\`, without quotes, becomes a number, a boolean or null when its text
is one; in quotes it stays text. Between \`[ ]\` and \`{ }\` a value with \`\${…}\` needs quotes. A default or message has no braces in it.

\`GITHUB_TOKEN\`, \`ACTIONS_*\` and \`INPUT_*\` are never filled in from the environment: hand them over as variables, or list
\`GITHUB_TOKEN\` in a server's \`secrets\`.

## Limits of the YAML

Not allowed are tags (\`!…\`), directives (\`%…\`), merge keys (\`<<\`), keys that are written twice, the keys \`__proto__\`,
\`constructor\` and \`prototype\`, more than 64 levels, more than 20 000 keys and list items, and aliases that
contain themselves or grow the file to more than 50 000 values. In \`env\`, \`args\` and \`build.args\` a number stays as
it is written (\`1.10\`, \`012\`); elsewhere it is a number, so put quotes around what should stay text.
`;
