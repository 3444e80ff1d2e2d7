import fc from 'fast-check';
import { h } from 'preact';
import render from 'preact-render-to-string';
import { SCREEN, SHEET, type Canvas } from '../../apps/server/src/pages/timeline-picture/layout/canvas';
import type { DrawnItem } from '../../apps/server/src/pages/timeline-picture/layout/drawn-item';
import { lineHeight, pitch } from '../../apps/server/src/pages/timeline-picture/layout/label';
import { LANE_PADDING, type LaneLayout } from '../../apps/server/src/pages/timeline-picture/layout/lane-layout';
import { laySection, YEARS_HEIGHT } from '../../apps/server/src/pages/timeline-picture/layout/section-layout';
import { TimelinePicture, TimelineTable, viewOf } from '../../apps/server/src/pages/timeline-picture';
import { randomTimeline } from '../support/random-timeline';

interface Rectangle {
  readonly of: string;
  readonly part: 'marks' | 'label';
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

/** What an item covers, from the top of its lane. */
function rectanglesOf({ item, marks, lines, row }: DrawnItem, canvas: Canvas): Rectangle[] {
  const y = LANE_PADDING + (row + 1) * canvas.row;
  const half = lineHeight(canvas) / 2;
  return [
    { of: item.key, part: 'marks', x1: marks.x1, x2: marks.x2, y1: y - canvas.radius, y2: y + canvas.radius },
    ...lines.map(({ x, width, down }): Rectangle => {
      const middle = y + down * pitch(canvas);
      return { of: item.key, part: 'label', x1: x, x2: x + width, y1: middle - half, y2: middle + half };
    }),
  ];
}

/** Lines of one label may touch: Roboto's highest accents and lowest tails do not meet at that pitch. */
const TOUCHING = 0.5;

function meet(a: Rectangle, b: Rectangle): boolean {
  const apart = a.x2 <= b.x1 || b.x2 <= a.x1 || a.y2 <= b.y1 + TOUCHING || b.y2 <= a.y1 + TOUCHING;
  return !apart && !(a.part === 'marks' && b.part === 'marks' && a.of === b.of);
}

function faultsOf(lane: LaneLayout, canvas: Canvas): unknown[] {
  const all = lane.drawn.flatMap((drawn) => rectanglesOf(drawn, canvas));
  const outside = all.filter(
    ({ x1, x2, y1, y2 }) => x1 < canvas.left - 5 || x2 > canvas.width || y1 < 0 || y2 > lane.height,
  );
  const met = all.flatMap((one, n) =>
    all
      .slice(n + 1)
      .filter((other) => meet(one, other))
      .map((other) => [one, other]),
  );
  return [...outside, ...met];
}

it.each([
  ['screen', SCREEN],
  ['sheets of paper', SHEET],
])('draws nothing over anything else on the %s, and nothing outside', (_, canvas) => {
  fc.assert(
    fc.property(randomTimeline, (timeline) => {
      const { main, before } = viewOf(timeline);
      for (const section of [main, ...(before ? [before] : [])]) {
        const layout = laySection(section, canvas);
        expect(layout?.lanes.flatMap((lane) => faultsOf(lane, canvas)) ?? []).toEqual([]);
        const dated = section.lanes.flatMap(({ items }) => items.filter(({ place }) => place !== null));
        expect(layout?.lanes.flatMap(({ drawn }) => drawn).length ?? 0).toBe(dated.length);
      }
    }),
    { numRuns: 60 },
  );
});

it('makes no sheet higher than the paper', () => {
  fc.assert(
    fc.property(randomTimeline, (timeline) => {
      const layout = laySection(viewOf(timeline).main, SHEET);
      const heights = layout?.lanes.map(({ height }) => layout.head + height + YEARS_HEIGHT) ?? [];
      expect(heights.filter((height) => height > SHEET.height)).toEqual([]);
    }),
  );
});

it('keeps the flags of the upright lines apart', () => {
  fc.assert(
    fc.property(randomTimeline, (timeline) => {
      const flags = laySection(viewOf(timeline).main, SCREEN)?.flags ?? [];
      const met = flags.flatMap((one, n) =>
        flags
          .slice(n + 1)
          .filter(({ row, from, width }) => row === one.row && from < one.from + one.width && one.from < from + width),
      );
      expect(met).toEqual([]);
    }),
  );
});

describe('picture and table', () => {
  it('say the same of the same things', () => {
    fc.assert(
      fc.property(randomTimeline, (timeline) => {
        const view = viewOf(timeline);
        const dated = new Set(
          [view.main, ...(view.before ? [view.before] : [])]
            .flatMap(({ lanes }) => lanes.flatMap(({ items }) => items))
            .filter(({ place }) => place !== null)
            .map(({ href }) => href),
        );
        const drawn = linksOf(render(h(TimelinePicture, { view })));
        const told = rowsOf(render(h(TimelineTable, { view })));
        expect(told.length).toBe(timeline.lanes.flatMap(({ milestones, steps }) => [...milestones, ...steps]).length);
        const toldOfDated = told.filter(({ href }) => dated.has(href));
        expect(drawn.map(({ href }) => href)).toEqual(toldOfDated.map(({ href }) => href));
        for (const [n, { name, seen }] of drawn.entries()) {
          const { title, what, sentence } = toldOfDated[n] ?? { title: '', what: '', sentence: '' };
          expect(name.startsWith(title)).toBe(true);
          expect(name.endsWith(`. ${what}. ${sentence}`)).toBe(true);
          expect(plain(name).startsWith(plain(seen))).toBe(true);
        }
      }),
    );
  });
});

/** Links of the drawing: where they lead, their name, and the words that are seen. */
function linksOf(html: string): { href: string; name: string; seen: string }[] {
  const links = html.matchAll(/<a href="([^"]*)" aria-label="([^"]*)" class="tp-item.*?<\/a>/gsu);
  return [...links].map(([whole, href = '', name = '']) => ({
    href: unescaped(href),
    name: unescaped(name),
    seen: [...whole.matchAll(/<text [^>]*>([^<]*)<\/text>/gu)].map(([, text = '']) => unescaped(text)).join(' '),
  }));
}

function rowsOf(html: string): { href: string; title: string; what: string; sentence: string }[] {
  const rows = html.matchAll(
    /<tr class="tp-row.*?<a href="([^"]*)">([^<]*)<\/a> <span class="tp-what">([^<]*)<\/span>.*?<td>([^<]*)(?:<svg|<\/td>)/gsu,
  );
  return [...rows].map(([, href = '', title = '', what = '', sentence = '']) => ({
    href: unescaped(href),
    title: unescaped(title),
    what: unescaped(what),
    sentence: unescaped(sentence),
  }));
}

function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

/** Without spaces and stops, and up to where a title was cut. */
function plain(text: string): string {
  return (text.split('…')[0] ?? '').replace(/[\s·.,;:–-]/gu, '');
}
