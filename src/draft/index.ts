// Writes run files for people to go on with: from what a server offers, and from what was said to it.
export { type MadeUp, madeUp, type Note } from "./values.ts";
