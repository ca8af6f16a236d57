// Time as an argument: the clock, waiting with a limit, and work with a budget.
export { withBudget } from "./budget.ts";
export { type Clock, systemClock } from "./clock.ts";
export { within } from "./within.ts";
