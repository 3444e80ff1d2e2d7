/** Anything JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * RFC 8785 (JCS) canonical JSON: members sorted by UTF-16 code units, ECMAScript number form, no white space.
 * Members that are `undefined` are left out. Throws `TypeError` on what JSON cannot say (NaN, functions, dates,
 * bytes, lone surrogates).
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return canonicalNumber(value);
  if (typeof value === 'string') return canonicalString(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') return canonicalObject(value);
  throw new TypeError(`canonical JSON cannot say a ${typeof value}`);
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`canonical JSON cannot say ${String(value)}`);
  return JSON.stringify(value);
}

function canonicalString(value: string): string {
  if (/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(value)) {
    throw new TypeError('canonical JSON cannot say a lone surrogate');
  }
  return JSON.stringify(value);
}

function canonicalObject(value: object): string {
  // Dates, maps, sets and bytes would silently lose what they hold.
  if ('toJSON' in value || Symbol.iterator in value || ArrayBuffer.isView(value)) {
    throw new TypeError(`canonical JSON cannot say a ${value.constructor.name}`);
  }
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    // RFC 8785, 3.2.3: by UTF-16 code units, which is how JavaScript compares strings.
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${canonicalString(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

const encoder = new TextEncoder();

/** The same as UTF-8 bytes: what is stored, hashed and never re-encoded. */
export function canonicalBytes(value: unknown): Uint8Array {
  return encoder.encode(canonicalJson(value));
}
