/** The lines of a stream of UTF-8 as they come, without their line feed and without a byte-order mark. */
export async function* readLines(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  // Node's readline also ends a line at U+2028, which JSON allows within a text.
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of input) {
    const [first = '', ...others] = decoder.decode(bytes, { stream: true }).split('\n');
    rest += first;
    for (const next of others) {
      yield rest;
      rest = next;
    }
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
