// Time as an argument: the clock and waiting with a limit.
export { type Clock, systemClock } from "./clock.ts";
export { within } from "./within.ts";
