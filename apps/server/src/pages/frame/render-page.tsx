import render from 'preact-render-to-string';
import { Layout } from './layout';
import type { Frame } from './frame';
import type { Page } from './page';

/** The complete HTML document of a page. */
export function renderPage(page: Page, frame: Frame): string {
  return `<!DOCTYPE html>\n${render(<Layout page={page} frame={frame} />)}\n`;
}
