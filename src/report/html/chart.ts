import { bytes, duration, oneDecimal } from "../../text/index.ts";
import type { SeriesPoint, ServerReport } from "../model.ts";
import { html, type Markup, nothing } from "./markup.ts";

const width = 240;
const height = 54;
const tableRows = 40;

/** Memory and CPU over the server's life, drawn and as a table. */
export function charts(server: ServerReport): Markup {
  const { series, memoryLimitBytes: limit } = server;
  if (series.length === 0) {
    return nothing;
  }
  const memory = series.map((point) => point.memoryBytes);
  const cpu = series.map((point) => point.cpuPercent);
  const peak = server.peakMemoryBytes ?? 0;
  // A limit far above the peak would press the curve flat; then the caption alone tells it.
  const limitInSight = limit !== null && limit <= peak * 2;
  const top = limitInSight ? Math.max(limit, peak) : peak;
  const limitText = limit === null ? "no limit" : `limit ${bytes(limit)}`;
  const highest = Math.max(...cpu);
  return html`<figure class="chart memory"><figcaption><span>Memory</span><span><b>${bytes(peak)}</b> peak, ${limitText}</span></figcaption>
${plot(series, memory, top, limitInSight ? limit : null, `Memory of ${server.name}: peak ${bytes(peak)}`)}</figure>
<figure class="chart cpu"><figcaption><span>CPU</span><span><b>${duration(server.cpuMs)}</b> used, at most ${oneDecimal(highest)} % of a core</span></figcaption>
${plot(series, cpu, Math.max(highest, 1), null, `CPU of ${server.name}: at most ${oneDecimal(highest)} %`)}</figure>
${asTable(series)}`;
}

function plot(
  series: readonly SeriesPoint[],
  values: readonly number[],
  top: number,
  limit: number | null,
  label: string,
): Markup {
  const start = series[0]?.atMs ?? 0;
  const span = Math.max(1, (series.at(-1)?.atMs ?? 0) - start);
  const y = (value: number): string =>
    rounded(height - 3 - (value / Math.max(top, 1)) * (height - 8));
  const points = series.map((point, index) => {
    const x = rounded(((point.atMs - start) / span) * width);
    return `${x},${y(values[index] ?? 0)}`;
  });
  const line =
    points.length === 1 ? `${points[0]} ${width},${y(values[0] ?? 0)}` : points.join(" ");
  const dashes =
    limit === null
      ? nothing
      : html`<line class="limit" x1="0" x2="${width}" y1="${y(limit)}" y2="${y(limit)}"/>`;
  return html`<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" aria-label="${label}"><polygon class="area" points="0,${height} ${line} ${width},${height}"/><polyline class="line" points="${line}"/>${dashes}</svg>`;
}

function asTable(series: readonly SeriesPoint[]): Markup {
  const start = series[0]?.atMs ?? 0;
  const every = Math.ceil(series.length / tableRows);
  const rows = series
    .filter((_, index) => index % every === 0)
    .map(
      (point) =>
        html`<tr><td class="num">${duration(point.atMs - start)}</td><td class="num">${bytes(point.memoryBytes)}</td><td class="num">${oneDecimal(point.cpuPercent)} %</td></tr>`,
    );
  return html`<details><summary>As a table</summary><div class="scroll"><table><thead><tr><th class="num">after</th><th class="num">memory</th><th class="num">CPU</th></tr></thead><tbody>${rows}</tbody></table></div></details>`;
}

function rounded(value: number): string {
  return String(Math.round(value * 10) / 10);
}
