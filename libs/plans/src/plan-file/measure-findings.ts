import { isDeepStrictEqual } from 'node:util';
import { children, type Line, textIn } from './lines';
import type { Finding } from './plan-file-fault';
import { below } from './pointer';

/**
 * A measure may stand under several priorities: then it has the same key there and says the same. Under one priority
 * it stands once.
 */
export function measureFindings(priorities: readonly Line[]): readonly Finding[] {
  const first = new Map<string, Line>();
  return priorities.flatMap((priority) => {
    const here = new Set<string>();
    return children(priority, 'measures').flatMap((measure) => {
      const key = textIn(measure, 'key')?.text;
      if (key === undefined) return [];
      const earlier = first.get(key);
      first.set(key, earlier ?? measure);
      if (here.has(key)) return [twiceUnderOne(measure, key)];
      here.add(key);
      return earlier === undefined || isDeepStrictEqual(earlier.fields, measure.fields)
        ? []
        : [twoMeanings(earlier, measure, key)];
    });
  });
}

function twiceUnderOne(measure: Line, key: string): Finding {
  const message = `the measure "${key}" stands twice under this priority; give this one a key of its own`;
  return { field: below(measure.pointer, 'key'), rule: 'duplicate-key', message };
}

function twoMeanings(earlier: Line, measure: Line, key: string): Finding {
  const message = `the measure "${key}" says something else at ${earlier.pointer}; a shared measure says the same everywhere, another one needs another key`;
  return { field: below(measure.pointer, 'key'), rule: 'shared-measure', message };
}
