import type { Report } from "../model.ts";
import { cut } from "../wording.ts";
import { html, type Markup, nothing } from "./markup.ts";

const mostRows = 300;

/** Where scenarios go differently over two protocols. */
export function paritySection(report: Report): Markup {
  if (report.parity.length === 0) {
    return nothing;
  }
  const rows = report.parity.flatMap(({ scenario, protocols, differences }) =>
    differences.map(
      ({ position, what, first, second }) =>
        html`<tr data-f><td>${scenario}</td><td class="num">${position + 1}</td><td>${what}</td><td>${protocols[0] ?? ""}<pre>${cut(first, 2_000)}</pre></td><td>${protocols[1] ?? ""}<pre>${cut(second, 2_000)}</pre></td></tr>`,
    ),
  );
  const compared = [...new Set(report.parity.map(({ protocols }) => protocols.join(" and ")))];
  const body =
    rows.length === 0
      ? html`<p class="dim">${compared.join(", ")}: no step differs.</p>`
      : html`<div class="wide"><table><thead><tr><th>scenario</th><th class="num">step</th><th>differs in</th><th>one</th><th>other</th></tr></thead><tbody>${rows.slice(0, mostRows)}</tbody></table></div>`;
  return html`<section data-g><h2 id="parity">Parity<small>${rows.length}</small></h2><div class="card">${body}</div></section>`;
}
