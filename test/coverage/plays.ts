import type { Reply, Session } from "../../src/mcp/index.ts";

export const timeoutMs = 30_000;

export function resultOf(reply: Reply): Readonly<Record<string, unknown>> {
  if (reply.kind !== "result") {
    throw new Error(`no result: ${JSON.stringify(reply)}`);
  }
  // Every result of MCP is an object.
  return reply.result as Readonly<Record<string, unknown>>;
}

export const ask = async (session: Session, method: string, params: Record<string, unknown>) =>
  resultOf(await session.request(method, params, { timeoutMs }));

export const call = (session: Session, name: string, args: Record<string, unknown> = {}) =>
  ask(session, "tools/call", { name, arguments: args });

/** The answer of a tool that shows what it was told holds this text. */
export async function callShows(session: Session, name: string, shown: string): Promise<void> {
  const answer = JSON.stringify(await call(session, name));
  if (!answer.includes(shown)) {
    throw new Error(`${name} gave ${answer}`);
  }
}

/** A notification of this method follows what `work` does. */
export async function followed(
  session: Session,
  method: string,
  work: () => Promise<unknown>,
): Promise<void> {
  const before = session.inbox.seq;
  await work();
  await session.inbox.next(before, (received) => received.method === method, { timeoutMs });
}

export const list = (kind: Parameters<Session["list"]>[0]) => async (session: Session) =>
  resultOf(await session.list(kind, { timeoutMs }));
export const told = (method: string) => (session: Session) =>
  followed(session, method, () => call(session, "flood", { count: 1, method }));
export const listened =
  (filter: Record<string, unknown>, method: string) => async (session: Session) => {
    await session.listen(filter, { timeoutMs });
    await followed(session, method, () => call(session, "change-all"));
    await session.stopListening({ timeoutMs });
  };
export const asTask = (name: string) => async (session: Session) =>
  resultOf(
    await session.callAsTask(
      { name, arguments: { message: "task" } },
      { timeoutMs, wait: true, ttlMs: 60_000 },
    ),
  );

export async function progress(session: Session): Promise<void> {
  let heard = 0;
  const onProgress = () => {
    heard += 1;
  };
  const params = { name: "progress", arguments: {} };
  resultOf(await session.request("tools/call", params, { timeoutMs, onProgress }));
  if (heard === 0) {
    throw new Error("no progress was heard");
  }
}

export async function cancelled(session: Session): Promise<void> {
  const params = { name: "slow", arguments: {} };
  const { kind } = await session.request("tools/call", params, { timeoutMs, cancelAfterMs: 100 });
  if (kind !== "cancelled") {
    throw new Error(`cancelled, it was ${kind}`);
  }
  await ask(session, "tools/list", {});
}

export async function cancelTask(session: Session, name: string): Promise<unknown> {
  const created = await session.callAsTask(
    { name, arguments: { message: "task" } },
    { timeoutMs, wait: false, ttlMs: 60_000 },
  );
  const taskId = /"taskId":"([^"]+)"/u.exec(JSON.stringify(resultOf(created)))?.[1];
  return ask(session, "tasks/cancel", { taskId });
}

const ref = { type: "ref/prompt", name: "p" };
export const complete = (session: Session) =>
  ask(session, "completion/complete", { ref, argument: { name: "x", value: "a" } });
