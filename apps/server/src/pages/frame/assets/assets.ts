import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

/** A file that pages need, under a name that changes with its content, so that browsers may keep it for good. */
export interface Asset {
  readonly address: string;
  readonly type: string;
  readonly content: Buffer;
  /** Whether compressing it pays. */
  readonly compressible: boolean;
}

const PAGES = resolve(__dirname, '../..');
const FOLDER = '/assets/';

const regular = font('roboto-latin-400-normal');
const bold = font('roboto-latin-700-normal');
const css = asset('site', 'css', 'text/css; charset=utf-8', Buffer.from(allStyles()));
const favicon = asset('icon', 'svg', 'image/svg+xml', readFileSync(join(__dirname, 'icon.svg')));

const liveProgress = script('work/live-progress');

const all: ReadonlyMap<string, Asset> = new Map(
  [regular, bold, css, favicon, liveProgress].map((each) => [each.address, each]),
);

export const stylesheet = (): string => css.address;
export const icon = (): string => favicon.address;
/** Follows work that is under way on its page. */
export const liveProgressScript = (): string => liveProgress.address;
/** The typefaces that every page starts with. */
export const fonts = (): readonly string[] => [regular.address, bold.address];

export function assetAt(address: string): Asset | null {
  return all.get(address) ?? null;
}

/** The design system, then the frame, then each page's own styles. */
function allStyles(): string {
  const system = readFileSync(
    require.resolve('@scottish-government/design-system/dist/css/design-system.min.css'),
    'utf8',
  );
  const files = readdirSync(PAGES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.css'));
  const own = files.sort(frameFirst).map((name) => readFileSync(join(PAGES, name), 'utf8'));
  return [face(400, regular), face(700, bold), withoutMark(system), ...own].join('\n');
}

function frameFirst(a: string, b: string): number {
  const rank = (name: string): number => (name.startsWith('frame') ? 0 : 1);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

function face(weight: number, { address }: Asset): string {
  return `@font-face{font-family:Roboto;font-weight:${weight};font-display:swap;src:url(${address}) format("woff2")}`;
}

function font(name: string): Asset {
  const content = readFileSync(require.resolve(`@fontsource/roboto/files/${name}.woff2`));
  return { ...asset(name, 'woff2', 'font/woff2', content), compressible: false };
}

/** A script for browsers, plain JavaScript below `pages`. */
function script(path: string): Asset {
  const content = readFileSync(join(PAGES, `${path}.js`));
  return asset(basename(path), 'js', 'text/javascript; charset=utf-8', content);
}

function asset(name: string, extension: string, type: string, content: Buffer): Asset {
  const digest = createHash('sha256').update(content).digest('hex').slice(0, 16);
  return { address: `${FOLDER}${name}.${digest}.${extension}`, type, content, compressible: true };
}
