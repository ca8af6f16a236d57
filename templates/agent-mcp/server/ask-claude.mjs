/** Asks one question, about the content if there is one. Rejects with what stood in the way, in one sentence. */
export async function askClaude({ apiKey, baseUrl, model, question, content, signal }) {
  const url = new URL("/v1/messages", baseUrl);
  const text = content ? `<document>\n${content}\n</document>\n\n${question}` : question;
  const request = {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-api-key": apiKey,
      "anthropic-version": "2023-06-01",
    },
    body: JSON.stringify({ model, max_tokens: 1024, messages: [{ role: "user", content: text }] }),
    signal,
  };
  const response = await fetch(url, request).catch((error) => {
    throw new Error(`${url.host} cannot be reached: ${error.cause?.code ?? error.message}`);
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    const said = answer.error?.message ?? response.statusText;
    throw new Error(`${url.host} answered ${response.status}: ${said}`);
  }
  const blocks = Array.isArray(answer.content) ? answer.content : [];
  return blocks.flatMap((block) => (block.type === "text" ? [block.text] : [])).join("\n");
}
