import { bytes, plural } from "../../text/index.ts";
import type { ContextCost, Report } from "../model.ts";
import { html, type Markup, nothing } from "./markup.ts";

const mostTools = 15;
const width = 200;

/** What the tools of each server take of a model's context, the dearest with a bar each. */
export function contextSection(report: Report): Markup {
  const cards = report.servers.flatMap(({ name, contextCost }) =>
    contextCost === null ? [] : [card(name, contextCost)],
  );
  return cards.length === 0
    ? nothing
    : html`<section data-g><h2 id="context">Context cost</h2>${cards}</section>`;
}

function card(server: string, { tools, tokens, bytes: size }: ContextCost): Markup {
  const most = Math.max(1, ...tools.map((tool) => tool.tokens));
  const rows = tools
    .slice(0, mostTools)
    .map(
      (tool) =>
        html`<tr><td>${tool.name}</td><td class="num word">${tool.tokens}</td><td class="num word">${bytes(tool.bytes)}</td><td><svg class="cost" viewBox="0 0 ${width} 8" preserveAspectRatio="none" aria-hidden="true"><rect width="${Math.round((tool.tokens / most) * width)}" height="8"/></svg></td></tr>`,
    );
  const left = tools.length - rows.length;
  const more = left > 0 ? html`<p class="dim">and ${plural(left, "cheaper tool")}</p>` : nothing;
  return html`<div class="card view" data-f data-server="${server}"><b>${server}</b> <span class="dim">${plural(tools.length, "tool")}, about ${plural(tokens, "token")}, ${bytes(size)}</span>
<div class="wide"><table><thead><tr><th>tool</th><th class="num">tokens</th><th class="num">bytes</th><th></th></tr></thead><tbody>${rows}</tbody></table></div>${more}</div>`;
}
