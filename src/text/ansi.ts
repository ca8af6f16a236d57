// Each part stops at the next escape or line break, so the time is linear in the length of hostile input too.
const csi = String.raw`(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]`;
const controlString = String.raw`(?:\u001b[\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u001b\u0090\u0098\u009c-\u009f\r\n]*(?:\u0007|\u001b\\|\u009c)`;
const shortEscape = String.raw`\u001b[ -/]*[0-Z\\^-~]`;

const sequence = new RegExp(`${csi}|${controlString}|${shortEscape}`, "g");
const colour = new RegExp(String.raw`(?:\u001b\[|\u009b)[0-9:;]*m`, "g");

/** Without terminal sequences: colours, cursor, titles, links (OSC 8), clipboard (OSC 52). */
export function stripAnsi(text: string): string {
  return text.replace(sequence, "");
}

/** Without colours only: other sequences stay, for a sink that shows them. */
export function stripColour(text: string): string {
  return text.replace(colour, "");
}
