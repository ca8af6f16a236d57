import { stateTable } from "./state-table.ts";

/** docs/controller.md: the states of a server, drawn and told from their table. */
export function statePage(): string {
  const arrows = [...stateTable].flatMap(([from, { to }]) =>
    Object.entries(to).map(([state, why]) => ({ from, state, why })),
  );
  return [
    "# The life of a server",
    "",
    "<!-- Generated from src/controller/state-table.ts. -->",
    "",
    "Every server of the manager is in one of these states. Each change is in the record with its time and, where",
    "there is something to say, its reason; `docker_get_server_status` and the reports show both.",
    "",
    "```mermaid",
    "stateDiagram-v2",
    "  [*] --> declared",
    ...arrows.map(({ from, state }) => `  ${from} --> ${state}`),
    "  removed --> [*]",
    "```",
    "",
    "| state | what it means |",
    "| --- | --- |",
    ...[...stateTable].map(([state, { meaning }]) => `| \`${state}\` | ${meaning} |`),
    "",
    "| from | to | when |",
    "| --- | --- | --- |",
    ...arrows.map(({ from, state, why }) => `| \`${from}\` | \`${state}\` | ${why} |`),
    "",
    ...operations,
  ].join("\n");
}

const operations = [
  "## What several clients may ask for at once",
  "",
  "Start, stop, restart, pause and remove may be asked for at any moment, by any number of clients, and any number of",
  "times; what is true already is done at once.",
  "",
  "| asked for | while it starts | while it is up | while it stops | at rest |",
  "| --- | --- | --- | --- | --- |",
  "| start | joins the start | nothing to do; one that is paused is resumed | starts it afterwards | starts it |",
  "| stop | gives the start up | takes it down | joins the stop | nothing to do |",
  "| restart | stops and starts it; joins a restart under way | stops and starts it | starts it afterwards | starts it |",
  "| pause | pauses it as soon as it is ready | freezes it; nothing to do when it is frozen | error: it does not run | error: it does not run |",
  "| remove | gives the start up, then removes it | takes it down and removes it | removes it afterwards | removes it |",
  "",
  "A start that several clients wait for goes on until the last of them has called it off. A stop ends a start or",
  "restart under way: who waits for that is told so.",
  "",
  "## Who drives it",
  "",
  "The engine's own events: a container that ends, runs out of memory, is killed, paused, resumed or removed by anybody",
  "is known at once, and what was not our doing is said to come from outside. A stream of events that breaks is opened",
  "again from where it ended; what the engine has forgotten meanwhile is read from the containers.",
  "",
  "`health` in the run file asks a server on an interval whether it answers, and `restart` says what becomes of one that",
  "ends by itself or is unhealthy. A restart never hides: it is in the record, and a finding. What was asked of the server",
  "that ended fails with the cause of its end; what is asked while it comes back waits. A start that somebody asked for",
  "and that fails is told at once and not repeated.",
];
