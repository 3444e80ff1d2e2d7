import { isDay, parseTimescale } from '@promise/kernel';
import { child, children, everyText, type Line, lineOf, type Text, textIn, textsIn, textsOfList } from './lines';
import type { Finding } from './plan-file-fault';
import { below } from './pointer';

/** What takes more than a pattern to see: text that cannot be shown, timescales, dates, mappings, repeats. */
export function valueFindings(document: unknown): readonly Finding[] {
  const file = lineOf(document);
  const steps = children(file, 'steps');
  const mappings = children(file, 'priorities').map((priority) => child(priority, 'foundation'));
  const timescales = textsIn([...steps, child(file, 'promiseStart')], 'timescale');
  return [
    ...everyText(document).flatMap(hiddenCharacter),
    ...timescales.flatMap(timescaleFinding),
    ...textsIn([child(file, 'document')], 'date').flatMap(documentDateFinding),
    ...mappings.flatMap(mappingFindings),
    ...repeatFindings(textsOfList(file, 'publishes')),
    ...mappings.flatMap((mapping) => repeatFindings(textsOfList(mapping, 'also'))),
    ...steps.flatMap((step) => repeatFindings(textsOfList(step, 'leads'))),
  ];
}

/** Control characters, halves of surrogate pairs, line separators, and marks that turn the direction of text. */
const HIDDEN = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/u;

function hiddenCharacter({ pointer, text }: Text): readonly Finding[] {
  const found = HIDDEN.exec(text);
  if (found === null) return [];
  const code = (text.codePointAt(found.index) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const message = `the character U+${code} in this text cannot be seen; take it away`;
  return [{ field: pointer, rule: 'hidden-character', message, within: found.index }];
}

function timescaleFinding({ pointer, text }: Text): readonly Finding[] {
  const outcome = parseTimescale(text);
  if (outcome.ok) return [];
  const message = `the timescale "${text}" cannot be read: ${outcome.reason}`;
  return [{ field: pointer, rule: 'timescale', message, within: outcome.at }];
}

function repeatFindings(list: readonly Text[]): readonly Finding[] {
  const seen = new Set<string>();
  return list.flatMap(({ pointer, text }) => {
    if (!seen.has(text)) {
      seen.add(text);
      return [];
    }
    const message = `"${text}" stands twice in this list; take one of them away`;
    return [{ field: pointer, rule: 'repeated', message }];
  });
}

/** `2019` and `2021-06` are dates of documents too; their first day has to exist. */
function documentDateFinding({ pointer, text }: Text): readonly Finding[] {
  const firstDay = `${text}-01-01`.slice(0, 10);
  if (!/^\d{4}(-\d\d){0,2}$/.test(text) || isDay(firstDay)) return [];
  return [{ field: pointer, rule: 'day', message: `"${text}" is not in the calendar; check the month and the day` }];
}

function mappingFindings(mapping: Line): readonly Finding[] {
  const also = mapping.fields.also;
  if (!Array.isArray(also)) return [];
  const field = below(mapping.pointer, 'also');
  const primary = mapping.fields.primary;
  if (primary === null && also.length > 0) {
    return [
      {
        field,
        rule: 'mapping',
        message: 'a line that is left unmapped serves no other foundation; name a primary one',
      },
    ];
  }
  const twice = textIn(mapping, 'primary')?.text;
  if (twice === undefined || !also.includes(twice)) return [];
  return [{ field, rule: 'mapping', message: `"${twice}" is the primary one already; take it away here` }];
}
