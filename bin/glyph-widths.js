'use strict';

/**
 * Writes how wide each glyph of the pages' typeface is, as the font itself says (tables `cmap` and `hmtx`), so that the
 * server can lay out labels without a browser. Run it after another version of @fontsource/roboto is installed.
 */
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { inflateSync } = require('node:zlib');

const OUT = join(__dirname, '../apps/server/src/pages/timeline-picture/text/glyph-widths.json');

/** The tables of a WOFF 1.0 file (https://www.w3.org/TR/WOFF/), unpacked. */
function tablesOf(file) {
  if (file.toString('latin1', 0, 4) !== 'wOFF') throw new Error('This is no WOFF 1.0 file.');
  const tables = new Map();
  for (let n = 0; n < file.readUInt16BE(12); n += 1) {
    const entry = 44 + 20 * n;
    const [offset, packed, length] = [4, 8, 12].map((at) => file.readUInt32BE(entry + at));
    const bytes = file.subarray(offset, offset + packed);
    tables.set(file.toString('latin1', entry, entry + 4), packed < length ? inflateSync(bytes) : bytes);
  }
  return tables;
}

/** Code points and their glyphs, from the subtable of format 4 (Unicode, Basic Multilingual Plane). */
function glyphsOf(cmap) {
  const table = subtable(cmap);
  const count = table.readUInt16BE(6) / 2;
  const word = (part, n) => table.readUInt16BE(14 + part * 2 * count + (part > 0 ? 2 : 0) + 2 * n);
  const glyphs = new Map();
  for (let n = 0; n < count; n += 1) {
    const [end, start, delta, range] = [0, 1, 2, 3].map((part) => word(part, n));
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const at = 16 + 3 * 2 * count + 2 * n + range + 2 * (code - start);
      const glyph = range === 0 ? code : table.readUInt16BE(at);
      if (glyph !== 0 || range === 0) glyphs.set(code, (glyph + delta) & 0xffff);
    }
  }
  return glyphs;
}

function subtable(cmap) {
  for (let n = 0; n < cmap.readUInt16BE(2); n += 1) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + 8 * n + 4));
    if (table.readUInt16BE(0) === 4) return table;
  }
  throw new Error('The font has no character map of format 4.');
}

/** Runs of neighbouring code points with their widths in units of the font. */
function runsOf(weight) {
  const tables = tablesOf(readFileSync(require.resolve(`@fontsource/roboto/files/roboto-latin-${weight}-normal.woff`)));
  const [hmtx, known] = [tables.get('hmtx'), tables.get('hhea').readUInt16BE(34)];
  const runs = [];
  for (const [code, glyph] of [...glyphsOf(tables.get('cmap'))].sort(([a], [b]) => a - b)) {
    const width = hmtx.readUInt16BE(4 * Math.min(glyph, known - 1));
    const last = runs.at(-1);
    if (last && last.from + last.widths.length === code) last.widths.push(width);
    else runs.push({ from: code, widths: [width] });
  }
  return { unitsPerEm: tables.get('head').readUInt16BE(18), runs };
}

writeFileSync(OUT, `${JSON.stringify({ regular: runsOf(400), bold: runsOf(700) }, null, 2)}\n`);
