/** The k of pass^k in notes; of fewer trials all. */
const shownK = 3;

/**
 * pass^k: how likely k trials in a row all pass, estimated without bias from `passed` of `times`.
 *
 * It is the share of the ways to draw k of the trials that draw only passed ones: C(passed, k) / C(times, k).
 */
export function passAllOf(k: number, passed: number, times: number): number {
  let share = 1;
  for (let drawn = 0; drawn < k; drawn += 1) {
    share *= Math.max(0, passed - drawn) / (times - drawn);
  }
  return share;
}

/** Whether enough trials passed. A rate such as 0.9 has no exact binary form, so a hair less is enough. */
export function isEnough(passed: number, times: number, passRate: number): boolean {
  return passed / times >= passRate - 1e-9;
}

/** What trials came to, for people: "8 of 10 trials passed, pass^3 0.47". */
export function trialsNote(passed: number, times: number): string {
  const k = Math.min(shownK, times);
  const share = Number(passAllOf(k, passed, times).toFixed(2));
  return `${passed} of ${times} trials passed, pass^${k} ${share}`;
}
