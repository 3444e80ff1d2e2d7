'use strict';

/**
 * `npm run check:words`: the reading age of the board's pages, and the words in them that the language guide advises
 * against, over the pages of the demonstration as they are rendered. Only our own words count: what people typed, and
 * what is quoted, is left out. `-- --hardest` prints the hardest sentences. It fails for a word that is advised against, and for a page that is too hard to read.
 */
const { afterBuild } = require('./build');
const { Demonstration } = require('./support/demonstration');
const { mainPages } = require('./support/main-pages');
require('../libs/testing/src/typescript');
const { advisedAgainst, hardestQuarter, ownTexts, readingAge, sentencesOf } = require('../test/words/own-words.ts');

/** Early enough to be made quickly, late enough that every kind of thing has happened. */
const DAY = '2024-06-28';
const PAGES = [
  'front',
  'timeline',
  'foundation',
  'story',
  'story-of-what-is-done',
  'compare',
  'plans',
  'plan',
  'words',
  'privacy',
];

/**
 * The aim is about 11, so that young people can read for themselves. Names of the field that cannot be said shorter
 * (milestone, foundation, evidence, partnership) weigh on short pages: 12 is the end.
 */
const OLDEST = 12;

/** Prints the hardest sentences of every page, too. */
const verbose = process.argv.includes('--hardest');

afterBuild(() =>
  run().catch((error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exitCode = 1;
  }),
);

async function run() {
  const { default: readability } = await import('text-readability');
  const syllablesIn = (text) => readability.syllableCount(text);
  const demonstration = await Demonstration.open({ day: DAY });
  try {
    const typed = typedIn(demonstration);
    const pages = await mainPages(demonstration);
    const results = [];
    for (const name of PAGES) {
      const texts = ownTexts(await read(demonstration, pages[name]), typed);
      const sentences = sentencesOf(texts);
      const hardest = hardestQuarter(sentences, syllablesIn);
      const ages = { age: readingAge(sentences, syllablesIn), hardestAge: readingAge(hardest, syllablesIn) };
      results.push({ name, sentences, hardest, ...ages, advised: advisedAgainst(texts) });
    }
    report(results);
  } finally {
    await demonstration.close();
  }
}

/** All texts that the history of the demonstration and its plans are made of. */
function typedIn(demonstration) {
  const { partnershipFile, planFile } = demonstration.compiled('demo/src/history/plan-editions');
  const { historyUntil } = demonstration.compiled('demo/src/history/history');
  return stringsIn([historyUntil(DAY), partnershipFile(), planFile('first'), planFile('updated')]);
}

function stringsIn(value) {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

async function read(demonstration, { path, role }) {
  const { name, value } = await demonstration.signedIn(role);
  const answer = await fetch(`${demonstration.address}${path}`, { headers: { Cookie: `${name}=${value}` } });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.text();
}

function report(results) {
  process.stdout.write(`Reading age (Flesch-Kincaid grade + 5): the page, at most ${OLDEST}; its hardest quarter\n`);
  for (const { name, sentences, age, hardest, hardestAge } of results) {
    const ages = [age, hardestAge].map((each) => each.toFixed(1).padStart(6)).join('');
    process.stdout.write(
      `  ${name.padEnd(24)}${ages}   ${sentences.length} sentences${age > OLDEST ? '  TOO HARD' : ''}\n`,
    );
    if (age > OLDEST || verbose)
      for (const sentence of hardest.slice(0, 8)) process.stdout.write(`      ${sentence}\n`);
  }
  const advised = results.flatMap((result) => result.advised.map((found) => ({ name: result.name, ...found })));
  if (advised.length === 0) process.stdout.write('No word that the language guide advises against.\n');
  for (const { name, word, instead, text } of advised) {
    process.stdout.write(`  ${name}: “${word}”, the language guide says “${instead}”: ${text}\n`);
  }
  if (advised.length > 0 || results.some(({ age }) => age > OLDEST)) process.exitCode = 1;
}
