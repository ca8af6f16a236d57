import { type Gallery, showGallery } from "./exhibit.ts";

const ofFloods = ["idle-cpu", "ignores-eof", "ignores-sigterm", "output-dropped"];

/** Floods take all the processor time there is: few at a time, and no other fault beside them. */
const floods: Gallery = {
  loud: {
    title: "F45 a flood on stderr changes nothing for the calls",
    mode: "flood-stderr",
    more: ["stop: { eof: 4s, sigterm: 3s }"],
    mayHave: ofFloods,
  },
  garbage: {
    title: "F46 a flood of lines on stdout is counted, and calls go on",
    mode: "flood-garbage",
    more: ["stop: { eof: 4s, sigterm: 3s }"],
    mayHave: ofFloods,
    findings: { "stdout-pollution": /./ },
  },
  large: {
    title: "I81 a line of 20 MB arrives whole",
    mode: "big",
    steps: [`{ call: echo, with: { message: hello }, expect: { bytes: { above: 20000000 } } }`],
  },
};

showGallery("servers that flood", floods, { exitCode: 1 });
