import { z } from "zod";
import type { MockRule } from "./http.ts";

/** What is used of a recording of a browser (HTTP Archive 1.2). */
const archive = z.object({
  log: z.object({
    entries: z
      .array(
        z.object({
          request: z.object({ method: z.string(), url: z.string() }),
          response: z.object({
            status: z.number(),
            content: z.object({
              text: z.string().optional(),
              encoding: z.string().optional(),
              mimeType: z.string().optional(),
            }),
          }),
        }),
      )
      .max(5_000),
  }),
});

/**
 * The answers of a recording: each of its requests by method, path and query gets what was answered; the same one again
 * what was answered next, and the last answer of it for ever.
 *
 * Of headers only the type of the content is kept: cookies and the like are nobody's business. A text is what is wrong.
 */
export function rulesOfArchive(value: unknown): readonly MockRule[] | string {
  const read = archive.safeParse(value);
  if (!read.success) {
    const { path = [], message = "" } = read.error.issues[0] ?? {};
    return `is no HTTP archive: ${path.join(".")}: ${message}`;
  }
  const entries = read.data.log.entries.flatMap(({ request, response }) => {
    const url = URL.parse(request.url);
    const isAnswer = response.status >= 200 && response.status <= 599;
    return url !== null && isAnswer ? [{ method: request.method, url, response }] : [];
  });
  return entries.map(({ method, url, response: { status, content } }, nth): MockRule => {
    const again = entries
      .slice(nth + 1)
      .some((later) => later.method === method && later.url.href === url.href);
    const { text, encoding, mimeType } = content;
    const body = text === undefined ? {} : encoding === "base64" ? { base64: text } : { text };
    return {
      request: { method, path: url.pathname, query: Object.fromEntries(url.searchParams) },
      answer: {
        status,
        headers: mimeType ? { "content-type": mimeType } : {},
        ...body,
        delay: 0,
      },
      ...(again ? { times: 1 } : {}),
    };
  });
}
