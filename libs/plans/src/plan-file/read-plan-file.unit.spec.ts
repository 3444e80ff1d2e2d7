import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { readPlanFile } from './read-plan-file';
import type { PlanFileFault } from './plan-file-fault';

const PLAN = `{
  "kind": "plan",
  "key": "small-plan",
  "partnership": "north-lanarkshire",
  "title": "A small plan",
  "planKind": "annual-action-plan",
  "period": "2021-23",
  "document": { "title": "A document", "publisher": "A board", "date": "2021-06", "dateReason": "It is printed." },
  "citation": { "document": "A document", "place": "Page 1" },
  "inForceFrom": "2021-04-01",
  "notes": [{ "key": "a-note", "text": "Leads come later.", "citation": { "document": "A document", "place": "Page 2" } }],
  "themes": [
    { "key": "home", "title": "Home", "citation": { "document": "A document", "place": "Page 3" } }
  ],
  "priorities": [
    {
      "key": "first",
      "title": "The first",
      "theme": "home",
      "foundation": { "primary": "care", "also": ["voice"], "by": "ours", "reason": "It is about a home." },
      "measures": [
        { "key": "shared", "text": "How many", "citation": { "document": "A document", "place": "Page 4" } }
      ],
      "citation": { "document": "A document", "place": "Page 4" },
      "inForceFrom": "2021-04-01"
    },
    {
      "key": "second",
      "title": "The second",
      "theme": "home",
      "foundation": { "primary": null, "by": "ours", "reason": "It fits none." },
      "measures": [
        { "key": "shared", "text": "How many", "citation": { "document": "A document", "place": "Page 4" } }
      ],
      "citation": { "document": "A document", "place": "Page 5" },
      "inForceFrom": "2021-04-01"
    }
  ],
  "steps": [
    {
      "key": "a-step",
      "priority": "first",
      "title": "Do it",
      "leads": ["TNT"],
      "timescale": "March 2020",
      "citation": { "document": "A document", "place": "Row 1" },
      "inForceFrom": "2021-04-01"
    }
  ]
}
`;

const folder = mkdtempSync(join(tmpdir(), 'plan-file-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(content: string | Buffer): string {
  const path = join(folder, 'plan.json');
  writeFileSync(path, content);
  return path;
}

function faultsOf(path: string): readonly PlanFileFault[] {
  const outcome = readPlanFile(path);
  return outcome.ok ? [] : outcome.faults;
}

/** The small plan with one thing put wrong. */
function broken(right: string, wrong: string): string {
  const text = PLAN.replace(right, wrong);
  if (text === PLAN) throw new Error(`the small plan does not hold ${right}`);
  return text;
}

describe('a plan file that is in order', () => {
  it('is given back as it is', () => {
    expect(readPlanFile(write(PLAN))).toEqual({ ok: true, file: JSON.parse(PLAN) as unknown });
  });
});

describe('a plan file in which one thing is wrong', () => {
  it.each<[rule: string, right: string, wrong: string, line: number, column: number, field: string]>([
    ['json', '"period": "2021-23",', '"period": "2021-23"', 8, 3, ''],
    ['json', '"kind": "plan",', '"kind": "plan", // a comment', 2, 19, ''],
    ['json', '"leads": ["TNT"]', '"leads": ["TNT",]', 44, 23, ''],
    ['json', '"title": "A small plan"', '"title": "A small\tplan"', 5, 12, ''],
    ['json', '"title": "A small plan"', '"title": \'A small plan\'', 5, 12, ''],
    ['duplicate-field', '"planKind"', '"title": "Again", "planKind"', 6, 3, '/title'],
    ['too-deep', '"leads": ["TNT"]', `"leads": ${'['.repeat(70)}${']'.repeat(70)}`, 44, 77, ''],
    ['unknown-field', '"title": "Do it"', '"colour": "red", "title": "Do it"', 43, 7, '/steps/0/colour'],
    ['unknown-field', '"title": "Do it"', '"__proto__": {}, "title": "Do it"', 43, 7, '/steps/0/__proto__'],
    ['required', '"title": "The second",', '', 27, 5, '/priorities/1/title'],
    ['type', '"leads": ["TNT"]', '"leads": "TNT"', 44, 16, '/steps/0/leads'],
    ['type', '"timescale": "March 2020"', '"timescale": 2020', 45, 20, '/steps/0/timescale'],
    ['allowed-values', '"annual-action-plan"', '"wish-list"', 6, 15, '/planKind'],
    ['allowed-values', '"primary": "care"', '"primary": "money"', 20, 34, '/priorities/0/foundation/primary'],
    ['allowed-values', '"kind": "plan"', '"kind": "poem"', 2, 11, '/kind'],
    ['form', '"key": "small-plan"', '"key": "Small Plan"', 3, 10, '/key'],
    ['form', '"title": "Do it"', '"title": " Do it"', 43, 16, '/steps/0/title'],
    ['form', '"date": "2021-06"', '"date": "June 2021"', 8, 72, '/document/date'],
    ['day', '"date": "2021-06"', '"date": "2021-13"', 8, 72, '/document/date'],
    [
      'day',
      '"inForceFrom": "2021-04-01",\n  "notes"',
      '"inForceFrom": "2021-02-29",\n  "notes"',
      10,
      18,
      '/inForceFrom',
    ],
    [
      'day',
      '"inForceFrom": "2021-04-01",\n  "notes"',
      '"inForceFrom": "0021-04-01",\n  "notes"',
      10,
      18,
      '/inForceFrom',
    ],
    ['day', '"inForceFrom": "2021-04-01",\n  "notes"', '"inForceFrom": "tomorrow",\n  "notes"', 10, 18, '/inForceFrom'],
    ['empty', '"reason": "It fits none."', '"reason": ""', 31, 64, '/priorities/1/foundation/reason'],
    ['empty', /"themes": \[[^\]]*\]/.exec(PLAN)?.[0] ?? '', '"themes": []', 12, 13, '/themes'],
    ['too-long', 'Leads come later.', 'x'.repeat(1001), 11, 40, '/notes/0/text'],
    ['repeated', '["TNT"]', '["TNT", "SCRA", "TNT"]', 44, 32, '/steps/0/leads/2'],
    ['duplicate-key', '"key": "second"', '"key": "first"', 28, 14, '/priorities/1/key'],
    ['duplicate-key', '"key": "a-step"', '"key": "second"', 41, 14, '/steps/0/key'],
    [
      'duplicate-key',
      '"text": "How many", "citation": { "document": "A document", "place": "Page 4" } }',
      '"text": "One", "citation": { "document": "A document", "place": "1" } },\n{ "key": "shared", "text": "One", "citation": { "document": "A document", "place": "1" } }',
      23,
      10,
      '/priorities/0/measures/1/key',
    ],
    ['shared-measure', '"text": "How many"', '"text": "How few"', 33, 18, '/priorities/1/measures/0/key'],
    ['unknown-theme', '"theme": "home"', '"theme": "work"', 19, 16, '/priorities/0/theme'],
    ['unknown-priority', '"priority": "first"', '"priority": "third"', 42, 19, '/steps/0/priority'],
    ['timescale', '"timescale": "March 2020"', '"timescale": "when we can"', 45, 21, '/steps/0/timescale'],
    ['hidden-character', '"title": "Do it"', '"title": "Do\\u0007it"', 43, 19, '/steps/0/title'],
    ['hidden-character', '"title": "Do it"', '"title": "Do it\\ud800"', 43, 22, '/steps/0/title'],
    ['hidden-character', '"title": "Do it"', '"title": "Do\u202Eit"', 43, 19, '/steps/0/title'],
    ['mapping', '"also": ["voice"]', '"also": ["voice", "care"]', 20, 50, '/priorities/0/foundation/also'],
    ['mapping', '"primary": null', '"primary": null, "also": ["care"]', 31, 48, '/priorities/1/foundation/also'],
  ])('%s (case %#)', (rule, right, wrong, line, column, field) => {
    const path = write(broken(right, wrong));
    const faults = faultsOf(path).filter((fault) => fault.rule === rule);
    expect(faults[0]).toMatchObject({ file: path, line, column, field });
    expect(faults[0]?.message).toMatch(/\w{3}/);
  });
});

describe('keys and lists beside the lines of a plan', () => {
  it.each([
    [
      '"themes": [',
      '"themes": [ { "key": "home", "title": "H", "citation": {"document": "D", "place": "P"} },',
      '/themes/1/key',
    ],
    [
      '"notes": [',
      '"notes": [ { "key": "a-note", "text": "N", "citation": {"document": "D", "place": "P"} },',
      '/notes/1/key',
    ],
    ['"also": ["voice"]', '"also": ["voice", "people", "voice"]', '/priorities/0/foundation/also/2'],
    ['"title": "Do it"', '"title": "Do it", "a/b~c": 1', '/steps/0/a~1b~0c'],
  ])('%s made %s is reported once', (right, wrong, field) => {
    expect(faultsOf(write(broken(right, wrong))).map((fault) => fault.field)).toEqual([field]);
  });
});

describe('where a fault stands', () => {
  it('is the same with any kind of line break', () => {
    for (const lineBreak of ['\r\n', '\r']) {
      const text = broken('"theme": "home"', '"theme": "work"').replaceAll('\n', lineBreak);
      expect(faultsOf(write(text))).toMatchObject([{ line: 19, column: 16, rule: 'unknown-theme' }]);
    }
  });

  it('is where the text begins when an escape stands before it', () => {
    const faults = faultsOf(write(broken('"title": "Do it"', '"title": "\\u0044o\\u0007it"')));
    expect(faults).toMatchObject([{ line: 43, column: 16, rule: 'hidden-character' }]);
  });

  it('is said once for one slip', () => {
    expect(faultsOf(write(broken('"voice"]', '"voice"] , ')))).toHaveLength(1);
  });
});

describe('a partnership file', () => {
  it('has its start of the Promise work and its list of what is published checked', () => {
    const citation = '{ "document": "D", "place": "P" }';
    const text = `{ "kind": "partnership", "partnership": "north-lanarkshire", "name": "N", "publishes": ["plans", "plans"],
      "promiseStart": { "timescale": "soon", "reading": "ours", "reason": "R", "citation": ${citation} },
      "document": { "title": "T", "publisher": "P", "date": "2021", "dateReason": "R" } }`;
    expect(faultsOf(write(text)).map(({ line, rule, field }) => `${line} ${rule} ${field}`)).toEqual([
      '1 repeated /publishes/1',
      '2 timescale /promiseStart/timescale',
    ]);
  });
});

describe('a plan file in which much is wrong', () => {
  it('has every fault reported, in the order of the text', () => {
    const text = PLAN.replace('"small-plan"', '"Small plan"')
      .replace('"theme": "home"', '"theme": "work", "theme": "play"')
      .replace('"title": "The second",', '"titel": "The second",')
      .replace('"March 2020"', '"some day"')
      .replace('"leads": ["TNT"]', '"leads": [7]');
    expect(faultsOf(write(text)).map(({ line, rule, field }) => `${line} ${rule} ${field}`)).toEqual([
      '3 form /key',
      '19 duplicate-field /priorities/0/theme',
      '19 unknown-theme /priorities/0/theme',
      '27 required /priorities/1/title',
      '29 unknown-field /priorities/1/titel',
      '44 type /steps/0/leads/0',
      '45 timescale /steps/0/timescale',
    ]);
  });

  it('has more than one slip of JSON reported', () => {
    const text = PLAN.replace('"kind": "plan",', '"kind": "plan"').replace('"leads": ["TNT"],', '"leads": ["TNT"]');
    expect(faultsOf(write(text)).map(({ line, rule }) => `${line} ${rule}`)).toEqual(['3 json', '45 json']);
  });

  it('tells what may stand in place of a field that is not known', () => {
    const [fault] = faultsOf(write(broken('"publisher": "A board"', '"publisher": "A board", "author": "A board"')));
    expect(fault?.message).toBe('"author" is not known here; what may stand here: title, publisher, date, dateReason');
  });

  it('survives damage of any kind without throwing', () => {
    const bytes = Buffer.from(PLAN);
    const place = fc.nat({ max: bytes.length - 1 });
    fc.assert(
      fc.property(place, fc.uint8Array({ maxLength: 4 }), fc.nat({ max: 30 }), (at, inserted, removed) => {
        const damaged = Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at + removed)]);
        const outcome = readPlanFile(write(damaged));
        if (outcome.ok) expect(outcome.file).toEqual(JSON.parse(damaged.toString()));
        else expect(outcome.faults.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});
