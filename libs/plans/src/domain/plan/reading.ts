import { type Fault, type FoundationOrRights, isDay, parseTimescale, Refusal, type Timescale } from '@promise/kernel';
import type { PlanReading } from './difference';
import { headOf, priorityLineOf, stepLineOf } from './lines';
import { ordinalsFor } from './ordinals';
import type { PlanFile } from './plan-file';
import type { PlanState } from './state';

/**
 * The file as lines in order, timescales read.
 * @throws Refusal with every fault: keys given twice, references to nothing, days that are none, unreadable timescales
 */
export function readingOf(file: PlanFile, state: PlanState): PlanReading {
  const faults: Fault[] = [...twice(file), ...toNothing(file), ...noDays(file)];
  const timescales = file.steps.map((step, n) => readTimescale(step.timescale, `steps[${n}].timescale`, faults));
  if (faults.length > 0) throw new Refusal(...faults);
  const foundations = new Map<string, FoundationOrRights | null>(
    file.priorities.map(({ key, foundation }) => [key, foundation.primary]),
  );
  const priorityOrder = ordinalsFor(keysOf(file.priorities), (key) => state.priorities.get(key)?.line.ordinal);
  const stepOrder = ordinalsFor(keysOf(file.steps), (key) => state.steps.get(key)?.line.ordinal);
  return {
    head: { line: headOf(file), inForceFrom: file.inForceFrom },
    priorities: file.priorities.map((priority) => ({
      line: priorityLineOf(priority, priorityOrder.get(priority.key) ?? 0),
      inForceFrom: priority.inForceFrom,
    })),
    steps: file.steps.map((step, n) => ({
      line: stepLineOf(
        step,
        timescales[n] ?? null,
        foundations.get(step.priority) ?? null,
        stepOrder.get(step.key) ?? 0,
      ),
      inForceFrom: step.inForceFrom,
    })),
  };
}

interface Keyed {
  readonly key: string;
}

function keysOf(lines: readonly Keyed[]): string[] {
  return lines.map(({ key }) => key);
}

function twice(file: PlanFile): Fault[] {
  const among = (list: string, lines: readonly Keyed[]): Fault[] => {
    const keys = keysOf(lines);
    return keys.flatMap((key, n) =>
      keys.indexOf(key) < n
        ? [{ field: `${list}[${n}].key`, rule: 'unique-key', message: `the key ${key} is given twice` }]
        : [],
    );
  };
  return [...among('themes', file.themes), ...among('priorities', file.priorities), ...among('steps', file.steps)];
}

function toNothing(file: PlanFile): Fault[] {
  const missing = (field: string, kind: string, key: string): Fault => ({
    field,
    rule: `known-${kind}`,
    message: `there is no ${kind} ${key} in this plan`,
  });
  const themes = new Set(keysOf(file.themes));
  const priorities = new Set(keysOf(file.priorities));
  return [
    ...file.priorities.flatMap(({ theme }, n) =>
      themes.has(theme) ? [] : [missing(`priorities[${n}].theme`, 'theme', theme)],
    ),
    ...file.steps.flatMap(({ priority }, n) =>
      priorities.has(priority) ? [] : [missing(`steps[${n}].priority`, 'priority', priority)],
    ),
  ];
}

function noDays(file: PlanFile): Fault[] {
  const check = (field: string, day: string): Fault[] =>
    isDay(day) ? [] : [{ field, rule: 'real-day', message: `${day} is not a day of the calendar (YYYY-MM-DD)` }];
  return [
    ...check('inForceFrom', file.inForceFrom),
    ...file.priorities.flatMap(({ inForceFrom }, n) => check(`priorities[${n}].inForceFrom`, inForceFrom)),
    ...file.steps.flatMap(({ inForceFrom }, n) => check(`steps[${n}].inForceFrom`, inForceFrom)),
  ];
}

function readTimescale(words: string | null, field: string, faults: Fault[]): Timescale | null {
  if (words === null) return null;
  const read = parseTimescale(words);
  if (read.ok) return read.timescale;
  const message = `“${words}” cannot be read at character ${read.at + 1}: ${read.reason}`;
  faults.push({ field, rule: 'readable-timescale', message });
  return null;
}
