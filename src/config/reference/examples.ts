/** One example for each section of the reference; a test loads each of them. */
export const examples = {
  servers: `
servers:
  everything:
    template: npm
    with: { package: "@modelcontextprotocol/server-everything" }
    protocols: [legacy, modern]
    client:
      roots: ["file:///data"]
      elicitation: { accept: { name: Ada } }
  over-http:
    build: ./server
    transport: http
    http: { port: 3000 }
    checks: { idle_cpu: false }
  elsewhere:
    url: https://example.com/mcp
    bearer: API_TOKEN
`,
  services: `
services:
  db:
    image: redis:7
    healthcheck: { port: 6379, interval: 200ms }
  api:
    mock_http:
      answers:
        - request: GET /v1/users/{id}
          answer: { json: { name: Ada } }
  fixtures:
    build: ./fixtures
    depends_on: { db: healthy }
servers:
  search:
    build: ./server
    env: { REDIS_URL: "redis://db:6379" }
    depends_on: { db: healthy, fixtures: completed }
`,
  scenarios: `
scenarios:
  - name: a file that comes and goes
    tags: [files]
    isolation: fresh
    timeout: 1m
    setup:
      - exec: echo hello > /tmp/note.txt
    steps:
      - call: read_file
        with: { path: /tmp/note.txt }
        expect: { text: { contains: hello } }
    teardown:
      - exec: [rm, /tmp/note.txt]
`,
  forEach: `
scenarios:
  - name: sums
    for_each:
      - { name: small, a: 1, b: 2, sum: 3 }
      - { name: large, a: 1000, b: 1, sum: 1001 }
    steps:
      - call: get-sum
        with: { a: "{{ row.a }}", b: "{{ row.b }}" }
        expect: { text: { contains: "{{ row.sum }}" } }
`,
  verbs: `
steps:
  - call: echo
    with: { message: hello }
  - read: "demo://resource/1"
  - prompt: greeting
    with: { name: Ada }
  - complete: { prompt: greeting, argument: name, value: A }
  - list: { kind: tools, pages: one }
  - request: tools/list
  - wait_for: { method: notifications/resources/updated, where: { "$.uri": "demo://resource/1" } }
    timeout: 5s
  - send_raw: { text: "{ not json", answer: null }
    expect: { error.code: -32700 }
  - kill: SIGTERM
  - start:
`,
  modifiers: `
steps:
  - call: slow
    with: { seconds: 60 }
    cancel_after: 200ms
  - call: fetch
    retry: { times: 5, delay: 200ms }
    expect: { text: ready }
  - call: dice
    trials: { times: 20, pass_rate: 80% }
    expect: { structured: { length: 1 } }
  - call: add
    fault: duplicate
    expect: { $.structuredContent.total: 1 }
  - call: echo
    with: { message: hello }
    repeat: 100
    parallel: 10
    expect: { duration: { below: 1s } }
`,
  answers: `
steps:
  - call: ask-model
    answers:
      sampling:
        - when: { "$.messages[0].content.text": { contains: weather } }
          text: It is sunny.
        - error: { code: -1, message: no more tokens }
      elicitation: { decline: true }
`,
  places: `
steps:
  - call: chart
    progress: true
    expect:
      content:
        - { type: text, text: { starts_with: A chart } }
        - { type: image, mime_type: image/png, bytes: { below: 100KB } }
      structured: { includes: { points: [{ x: 1 }] } }
      $.structuredContent.points[*].x: { each: { between: [0, 10] } }
      notifications: [notifications/message, { params: { "$.progress": 1 } }]
      stderr: { not: { contains: Traceback } }
      memory: { below: 200MiB }
  - call: chart
    with: { kind: none }
    expect: { error: { code: -32602 } }
`,
  predicates: `
steps:
  - call: list-users
    expect:
      text: { matches: "^\\\\d+ users", length: { at_most: 1000 } }
      structured:
        schema: { type: object, required: [users] }
        snapshot: { mask: ["$.users[*].seen", "/[0-9a-f-]{36}/"] }
      $.structuredContent.users: { length: 3, each: { type: object } }
      $.structuredContent.users[0].role: { one_of: [admin, reader] }
      $.structuredContent.next: { any_of: [{ exists: false }, { equals: null }] }
`,
} as const;
