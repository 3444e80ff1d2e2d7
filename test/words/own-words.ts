/** Elements whose words are not ours, or say again what stands elsewhere on the page. */
const LEFT_OUT = new Set(['script', 'style', 'svg', 'pre', 'code', 'q', 'blockquote', 'option']);
/** Elements within a line; all others begin a text of their own. */
const WITHIN_LINES = new Set(['a', 'strong', 'em', 'span', 'b', 'i', 'abbr', 'time', 'small']);
const EMPTY_ELEMENTS = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'wbr']);
const TOKEN = /<(\/?)([a-z][a-z0-9]*)((?:[^>"]|"[^"]*")*)>|([^<]+)/gi;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/** Stands for what is quoted, so that the sentence around it keeps its shape. */
const QUOTED = 'it';

/**
 * The texts of a page's content in our own words, one for each paragraph, heading, cell or label. What people typed and
 * what is quoted is replaced by "it".
 * @param html as our pages are rendered: every element is closed
 * @param typed what people typed, wherever it may stand
 */
export function ownTexts(html: string, typed: readonly string[]): string[] {
  const start = html.indexOf('<main');
  const main = html.slice(start, html.indexOf('</main>', start));
  const quotes = [...new Set(typed.map((text) => text.trim().replace(/[.!?]$/, '')))]
    .filter((text) => text.split(/\s+/).length > 2)
    .sort((a, b) => b.length - a.length);
  return textsOf(main)
    .map((text) => quotes.reduce((left, quote) => left.replaceAll(quote, QUOTED), text))
    .map((text) => text.replace(/“[^”]*”/g, QUOTED).trim())
    .filter((text) => text !== '');
}

function textsOf(html: string): string[] {
  const reader = new Reader();
  for (const [, slash, tag = '', attributes = '', text = ''] of html.matchAll(TOKEN)) {
    if (tag === '') reader.text(text);
    else reader.tag(slash === '/', tag.toLowerCase(), attributes);
  }
  return reader.texts.map((each) => each.replace(/\s+/g, ' ').trim());
}

class Reader {
  readonly texts: string[] = [''];
  /** Whether what stands in each of the open elements is left out. */
  private readonly open: boolean[] = [];

  text(text: string): void {
    if (!this.leftOut()) this.texts.push(`${this.texts.pop() ?? ''}${spelt(text)}`);
  }

  tag(closes: boolean, name: string, attributes: string): void {
    if (!this.leftOut() && !WITHIN_LINES.has(name)) this.texts.push('');
    if (closes) this.open.pop();
    else if (!isEmpty(name, attributes)) this.open.push(this.leftOut() || isLeftOut(name, attributes));
  }

  private leftOut(): boolean {
    return this.open.at(-1) ?? false;
  }
}

function isEmpty(name: string, attributes: string): boolean {
  return EMPTY_ELEMENTS.has(name) || attributes.endsWith('/');
}

function isLeftOut(name: string, attributes: string): boolean {
  return LEFT_OUT.has(name) || /\sdata-quoted\b/.test(attributes);
}

function spelt(text: string): string {
  return text.replace(/&([a-z]+|#\d+);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}

/** The sentences of texts, each said once: those that differ by numbers and months alone are one. Labels are none. */
export function sentencesOf(texts: readonly string[]): string[] {
  const sentences = texts
    .flatMap((text) => text.split(/(?<=[.!?:])\s+/))
    .filter((sentence) => /[.!?:]$/.test(sentence) && sentence.split(' ').length > 2);
  return [...new Map(sentences.map((sentence) => [shapeOf(sentence), sentence])).values()];
}

const MONTHS =
  /\b(January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|winter)\b/g;

function shapeOf(sentence: string): string {
  return sentence.replace(/\d+/g, '0').replace(MONTHS, 'May');
}

/**
 * The age at which sentences can be read: the grade of Flesch and Kincaid (1975), and 5 years more, because the first
 * grade begins at 6.
 * @param syllablesIn counts the syllables of a text
 */
export function readingAge(sentences: readonly string[], syllablesIn: (text: string) => number): number {
  const words = sentences.flatMap((sentence) => sentence.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)));
  if (words.length === 0) return 0;
  // A number is read aloud too.
  const syllables = syllablesIn(words.map((word) => word.replace(/\d+/g, 'seven')).join(' '));
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59 + 5;
}

/** The hardest quarter of these sentences, hardest first. */
export function hardestQuarter(sentences: readonly string[], syllablesIn: (text: string) => number): string[] {
  return [...sentences]
    .sort((a, b) => readingAge([b], syllablesIn) - readingAge([a], syllablesIn))
    .slice(0, Math.ceil(sentences.length / 4));
}

/** What the partnership's language guide says for what it advises against. */
const ADVISED: readonly (readonly [against: RegExp, instead: string])[] = [
  [/\bplacements?\b/i, 'home'],
  [/\bsiblings?\b/i, 'brothers and sisters'],
  [/\bcontact\b/i, 'family time'],
  [/\blooked[- ]after\b/i, 'care experienced'],
  [/\bLAC\b/, 'care experienced'],
  [/\bcare[- ]experience (child|children|person|people)\b/i, 'care experienced'],
];

/** What in these texts the language guide advises against, and what it says instead. */
export function advisedAgainst(texts: readonly string[]): { text: string; word: string; instead: string }[] {
  return texts.flatMap((text) =>
    ADVISED.flatMap(([against, instead]) => {
      const word = against.exec(text)?.[0];
      return word === undefined ? [] : [{ text, word, instead }];
    }),
  );
}
