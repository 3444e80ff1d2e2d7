import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const css = readFileSync(join(__dirname, 'timeline-picture.css'), 'utf8');
const root = css.slice(0, css.indexOf('}'));
const colours = new Map(
  [...root.matchAll(/(--tp-[a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]),
);

/** Backgrounds and what only divides the field; nothing is told by them. */
const NOT_TOLD = ['--tp-white', '--tp-tint', '--tp-focus', '--tp-line', '--tp-rule'];

const told = [...colours].filter(([name]) => !NOT_TOLD.includes(name));

it('finds the colours', () => {
  expect(told.map(([name]) => name)).toContain('--tp-overdue');
  expect(told.length).toBeGreaterThan(14);
});

describe.each(['--tp-white', '--tp-tint'])('on %s', (ground) => {
  it.each(told)('%s (%s) has a contrast of 4.5 to 1', (_, colour) => {
    expect(contrast(colour, colours.get(ground) ?? '')).toBeGreaterThanOrEqual(4.5);
  });
});

it('keeps text dark enough where the focus is', () => {
  expect(contrast(colours.get('--tp-ink') ?? '', colours.get('--tp-focus') ?? '')).toBeGreaterThanOrEqual(4.5);
});

it.each(['--tp-mark', '--tp-ink', '--tp-stopped'])('keeps the white text of flags readable on %s', (flag) => {
  expect(contrast('#ffffff', colours.get(flag) ?? '')).toBeGreaterThanOrEqual(4.5);
});

it('uses no colour but those named at the top', () => {
  expect(css.slice(root.length).match(/#[0-9a-f]{3,8}\b|rgb|hsl/gi)).toBeNull();
});

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const [red = NaN, green = NaN, blue = NaN] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
