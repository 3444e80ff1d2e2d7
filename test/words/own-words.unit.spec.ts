import { advisedAgainst, ownTexts, readingAge, sentencesOf } from './own-words';

const page = (main: string): string => `<body><p>Outside</p><main id="main">${main}</main><p>Foot</p></body>`;

it('takes the words of a page block by block, without its frame and its drawings', () => {
  const html = page(
    '<h1>Done &amp; dusted</h1><p>One <a href="/x">link</a>.</p><svg><text>No</text></svg><br/><td>Cell</td>',
  );
  expect(ownTexts(html, [])).toEqual(['Done & dusted', 'One link.', 'Cell']);
});

it('leaves out what people typed and what is quoted', () => {
  const html = page(
    '<p>Progress of “The first house” was reported: Work goes on as planned. We are glad.</p>' +
      '<p data-quoted>Siblings</p><blockquote><p>contact</p></blockquote><p>After it.</p>',
  );
  expect(ownTexts(html, ['Work goes on as planned. We are glad.'])).toEqual([
    'Progress of it was reported: it.',
    'After it.',
  ]);
});

it('counts a sentence once, whatever its numbers and months, and no labels', () => {
  const texts = ['Done on 3 May 2024. It was late.', 'Done on 12 March 2021.', 'What happened'];
  expect(sentencesOf(texts)).toEqual(['Done on 12 March 2021.', 'It was late.']);
});

it('works out the age by Flesch and Kincaid', () => {
  const sentences = ['The cat sat on the mat.', 'It was glad.'];
  expect(readingAge(sentences, () => 9)).toBeCloseTo(0.39 * 4.5 + 11.8 - 10.59);
  expect(readingAge(sentences, () => 18)).toBeGreaterThan(readingAge(sentences, () => 9) + 10);
});

it.each([
  ['Brothers and sisters share a placement.', 'placement', 'home'],
  ['Looked-after children.', 'Looked-after', 'care experienced'],
  ['Siblings', 'Siblings', 'brothers and sisters'],
])('finds in “%s” what the language guide advises against', (text, word, instead) => {
  expect(advisedAgainst(['We care.', text])).toEqual([{ text, word, instead }]);
});
