import type { AnswerRule, JsonRecord, Position } from "../../config/index.ts";
import { asFault, Fault } from "../../fault/index.ts";
import type { ClientAnswer, ClientSide } from "../../mcp/index.ts";
import { holdsOf, type JudgeDeps } from "../expect/judge.ts";
import type { Show } from "../expect/show.ts";
import { replyOf } from "./reply-of.ts";

/** Something the server asked of the client, and what it was told. */
export interface Asked {
  readonly method: string;
  readonly told: ClientAnswer["kind"] | "unscripted";
  /** Of the rule that answered. */
  readonly at: Position | null;
}

/** What came of the rules of one step. */
export interface Page {
  readonly asked: readonly Asked[];
  /** Never used: the server did not ask for it. */
  readonly unused: readonly AnswerRule[];
  /** Why a rule could not be matched, when one could not. */
  readonly fault: Fault | undefined;
}

/** The scripted answers of one server's client, for all its sessions. */
export interface AnswerBook extends ClientSide {
  /** Puts the rules of a step before all others, until the function given back is called. */
  open(rules: readonly AnswerRule[]): () => Page;
}

export interface AnswerBookOptions {
  /** Of the server, in the order of the run file: the first that fits answers. */
  readonly rules: readonly AnswerRule[];
  /** What the client declares, in the words of the specification; also for what only a step answers. */
  readonly capabilities?: JsonRecord;
  readonly show: Show;
}

/** One rule with its count; rules of a later step stand before those of an earlier one. */
interface Entry {
  readonly rule: AnswerRule;
  uses: number;
}

interface OpenPage {
  readonly entries: readonly Entry[];
  readonly asked: Asked[];
  fault: Fault | undefined;
}

/** A flood of requests is counted by the session; the note of a step names no more than these. */
const askedKept = 1_000;

export function createAnswerBook(options: AnswerBookOptions): AnswerBook {
  const { rules, capabilities = {}, show } = options;
  const deps: JudgeDeps = {
    show,
    snapshot: () =>
      Promise.reject(new Fault("NOT_JUDGEABLE", "`when` cannot compare with a snapshot")),
  };
  const always = rules.map((rule): Entry => ({ rule, uses: 0 }));
  const pages = new Set<OpenPage>();

  async function find(method: string, params: unknown): Promise<Entry | undefined> {
    const steps = [...pages].toReversed().flatMap(({ entries }) => entries);
    for (const entry of [...steps, ...always]) {
      const { rule } = entry;
      const isLeft = (): boolean => rule.times === undefined || entry.uses < rule.times;
      if (rule.method === method && isLeft() && (await holdsOf(rule.when, params, deps))) {
        // Another request may have taken the last use while this one was matched.
        if (isLeft()) {
          entry.uses += 1;
          return entry;
        }
      }
    }
    return undefined;
  }

  function note(asked: Asked): void {
    for (const page of pages) {
      if (page.asked.length < askedKept) {
        page.asked.push(asked);
      }
    }
  }

  return {
    capabilities,
    async answer(method, params) {
      try {
        const entry = await find(method, params);
        const told = entry === undefined ? undefined : replyOf(entry.rule);
        note({ method, told: told?.kind ?? "unscripted", at: entry?.rule.at ?? null });
        return told;
      } catch (thrown) {
        const fault = asFault(thrown);
        for (const page of pages) {
          page.fault ??= fault;
        }
        return { kind: "error", code: -32603, message: "The scripted answers cannot be matched" };
      }
    },
    open(stepsOwn) {
      const page: OpenPage = {
        entries: stepsOwn.map((rule) => ({ rule, uses: 0 })),
        asked: [],
        fault: undefined,
      };
      pages.add(page);
      return () => {
        pages.delete(page);
        const unused = page.entries.filter(({ uses }) => uses === 0).map(({ rule }) => rule);
        return { asked: page.asked, unused, fault: page.fault };
      };
    },
  };
}
