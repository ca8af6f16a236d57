// Writes run files for people to go on with: from what a server offers, and from what was said to it.
export { type DraftedTool, draftTool, scenariosOfOffer } from "./from-offer.ts";
export { type Offer, offeredNames, offeredTools } from "./offer.ts";
export { headOf, recordedClient, recordedRunFile, serversOf } from "./recorded.ts";
export { runFileText, serverText } from "./run-file-text.ts";
export { type ServerEntry, serverEntry } from "./server-entry.ts";
export { type Trial, trialOf } from "./trial.ts";
