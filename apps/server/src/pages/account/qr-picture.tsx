import type { VNode } from 'preact';
import qrcode from 'qrcode-generator';

/** Modules of light around the code, which readers need to find it. */
const MARGIN = 4;

/** A text as a picture that telephones can read: dark on light in every colour scheme. */
export function QrPicture({ text, label }: { readonly text: string; readonly label: string }): VNode {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const size = count + 2 * MARGIN;
  return (
    <svg class="pt-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={darkOf(count, (row, column) => code.isDark(row, column))} fill="#000" />
    </svg>
  );
}

function darkOf(count: number, isDark: (row: number, column: number) => boolean): string {
  const places = Array.from({ length: count * count }, (_, n) => [Math.floor(n / count), n % count] as const);
  const dark = places.filter(([row, column]) => isDark(row, column));
  return dark.map(([row, column]) => `M${column + MARGIN} ${row + MARGIN}h1v1h-1z`).join('');
}
