/** One JSON object, piece by piece: a field whose value comes one by one becomes a list that is never held whole. */
export async function* jsonStream(fields: Readonly<Record<string, unknown>>): AsyncGenerator<string> {
  let before = '{\n';
  for (const [name, value] of Object.entries(fields)) {
    yield `${before}${JSON.stringify(name)}: `;
    if (isStream(value)) yield* listOf(value);
    else yield JSON.stringify(value, null, 2);
    before = ',\n';
  }
  yield '\n}\n';
}

async function* listOf(values: AsyncIterable<unknown>): AsyncGenerator<string> {
  let before = '[';
  for await (const value of values) {
    yield `${before}\n${JSON.stringify(value)}`;
    before = ',';
  }
  yield before === '[' ? '[]' : '\n]';
}

function isStream(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}
