const PAUSE_MS = 25;

/** What the test that runs now waits for. */
const waiting = new Set<{ readonly what: string }>();

/** Waits until the condition holds, for as long as jest lets the test. Jest alone would not say what was waited for. */
export async function until(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
  const own = { what };
  waiting.add(own);
  try {
    while (!(await condition())) {
      if (!waiting.has(own)) throw inVain([own]);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  } finally {
    waiting.delete(own);
  }
}

/** What is still waited for when a test is over is given up, and said. */
function giveUp(): void {
  const given = [...waiting];
  waiting.clear();
  if (given.length > 0) throw inVain(given);
}

function inVain(given: readonly { readonly what: string }[]): Error {
  return new Error(given.map(({ what }) => `Waited in vain until ${what}.`).join('\n'));
}

afterEach(giveUp);
afterAll(giveUp);
