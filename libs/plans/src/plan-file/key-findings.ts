import { children, lineOf, type Text, textsIn } from './lines';
import type { Finding } from './plan-file-fault';
import { measureFindings } from './measure-findings';

/** Keys used twice, and lines that point at lines the plan does not have. */
export function keyFindings(document: unknown): readonly Finding[] {
  const plan = lineOf(document);
  const [themes, priorities, steps] = ['themes', 'priorities', 'steps'].map((name) => children(plan, name));
  return [
    ...usedTwice(textsIn(themes ?? [], 'key'), 'themes'),
    ...usedTwice(textsIn(children(plan, 'notes'), 'key'), 'notes'),
    // One namespace: a milestone cites a line of a plan by its key alone.
    ...usedTwice(textsIn([...(priorities ?? []), ...(steps ?? [])], 'key'), 'priorities and steps'),
    ...measureFindings(priorities ?? []),
    ...pointingNowhere(textsIn(priorities ?? [], 'theme'), textsIn(themes ?? [], 'key'), 'theme'),
    ...pointingNowhere(textsIn(steps ?? [], 'priority'), textsIn(priorities ?? [], 'key'), 'priority'),
  ];
}

function usedTwice(keys: readonly Text[], among: string): readonly Finding[] {
  const first = new Map<string, string>();
  return keys.flatMap(({ pointer, text }) => {
    const earlier = first.get(text);
    first.set(text, earlier ?? pointer);
    if (earlier === undefined) return [];
    const message = `the key "${text}" is taken by ${earlier}; the ${among} of a plan each have a key of their own`;
    return [{ field: pointer, rule: 'duplicate-key', message }];
  });
}

function pointingNowhere(references: readonly Text[], keys: readonly Text[], what: string): readonly Finding[] {
  const known = new Set(keys.map(({ text }) => text));
  return references
    .filter(({ text }) => !known.has(text))
    .map(({ pointer, text }) => ({
      field: pointer,
      rule: `unknown-${what}`,
      message: `no ${what} of this plan has the key "${text}"; check the spelling, or add the ${what}`,
    }));
}
