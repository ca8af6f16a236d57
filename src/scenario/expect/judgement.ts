/** Whether a predicate holds of what was found. */
export interface Judgement {
  readonly ok: boolean;
  /**
   * The predicate cannot look at such a value at all (a bound at a text, anything at a place where nothing is).
   *
   * Then it does not hold, and its negation does not either: `not` turns only what could be judged, so that a
   * misspelt path never passes.
   */
  readonly unfit?: true;
  /** The value seen, as text for people, and where it differs. */
  readonly actual: string;
  /** Whose fault it is when it does not hold; left out: the server's. */
  readonly blame?: "run file";
}

/** Holds when all do; a false one decides before one that could not be judged. */
export function allOf(judgements: readonly Judgement[], actual: string): Judgement {
  return (
    judgements.find(({ ok, unfit }) => !ok && unfit === undefined) ??
    judgements.find(({ ok }) => !ok) ?? { ok: true, actual }
  );
}

/** Holds when one does; otherwise, when one could not be judged, it could not be judged. */
export function anyOf(judgements: readonly Judgement[], actual: string): Judgement {
  return (
    judgements.find(({ ok }) => ok) ??
    judgements.find(({ unfit }) => unfit) ?? { ok: false, actual }
  );
}

/** Holds when the other was judged and does not. */
export function notOf(judgement: Judgement): Judgement {
  return judgement.unfit === undefined ? { ...judgement, ok: !judgement.ok } : judgement;
}
