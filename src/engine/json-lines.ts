/** The values of a stream of JSON texts, one a line, as the engine sends progress and statistics. */
export async function* jsonLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<unknown> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of stream) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (line.trim() !== "") {
        yield JSON.parse(line);
      }
    }
  }
  if (rest.trim() !== "") {
    yield JSON.parse(rest);
  }
}
