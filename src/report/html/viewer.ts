import type { RecordReader, StoredLog, StoredWire } from "../../record/index.ts";
import { forFileName, plural } from "../../text/index.ts";
import { containersOf } from "../beside.ts";
import type { Report, ServerReport } from "../model.ts";
import { cut } from "../wording.ts";
import type { Budget } from "./budget.ts";
import { html, type Markup, nothing } from "./markup.ts";

const lastLines = 300;
const longestLine = 2_000;

/** The last log lines and messages of every server; all of them are in the files beside the report. */
export function viewers(report: Report, reader: RecordReader, budget: Budget): Markup {
  const all = containersOf(report);
  if (all.length === 0) {
    return nothing;
  }
  const parts = all.map((server) => {
    const id = forFileName(server.name);
    const tail = { server: server.name, tail: lastLines };
    const logs = [...reader.logs(tail)].map((row) => logLine(report, server, row));
    const wire = [...reader.wire(tail)].map((row) => wireLine(report, server, row));
    const log = view(
      `log-${id}`,
      `${server.name}: log`,
      fit(logs, budget),
      server.logLines,
      "line",
      `logs/${id}.ndjson`,
    );
    return server.role === "service"
      ? log
      : html`${log}
${view(`wire-${id}`, `${server.name}: messages`, fit(wire, budget), server.wireMessages, "message", `wire/${id}.ndjson`)}`;
  });
  return html`<section data-g><h2 id="logs">Logs and messages</h2>${parts}</section>`;
}

interface Line {
  readonly text: string;
  readonly markup: (text: string) => Markup;
}

function logLine(report: Report, server: ServerReport, row: StoredLog): Line {
  const kind = row.stream === "stdout" ? "o" : "e";
  return line(report, server, kind, row.atMs, row.text, row.truncated);
}

function wireLine(report: Report, server: ServerReport, row: StoredWire): Line {
  const kind = row.direction === "sent" ? "s" : "r";
  return line(report, server, kind, row.atMs, row.text, row.truncated);
}

function line(
  report: Report,
  server: ServerReport,
  kind: string,
  atMs: number,
  text: string,
  truncated: boolean,
): Line {
  const seconds = Math.max(0, (atMs - report.run.startedAtMs) / 1000).toFixed(3);
  return {
    text: cut(text, longestLine),
    markup: (shown) =>
      html`<li class="${kind}" data-f data-server="${server.name}"><i>${seconds}</i>${shown}${truncated ? " [truncated]" : ""}</li>`,
  };
}

/** The last lines that the budget has room for, in their order. */
function fit(lines: readonly Line[], budget: Budget): Markup[] {
  const kept: Markup[] = [];
  for (const { text, markup } of lines.toReversed()) {
    const taken = budget.take(text);
    if (taken === null) {
      break;
    }
    kept.push(markup(taken));
  }
  return kept.reverse();
}

function view(
  id: string,
  title: string,
  lines: readonly Markup[],
  total: number,
  noun: string,
  file: string,
): Markup {
  const all = lines.length === total;
  const size = all
    ? plural(total, noun)
    : `last ${lines.length} of ${plural(total, noun)}, all in ${file}`;
  return html`<details class="card view" id="${id}" data-g><summary>${title}<small>${size}</small></summary>${total === 0 ? html`<p class="dim">none</p>` : html`<ol class="lines">${lines}</ol>`}</details>`;
}
