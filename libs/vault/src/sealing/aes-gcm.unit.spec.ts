import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { open, seal } from './aes-gcm';

/** Wycheproof (C2SP/wycheproof, testvectors_v1), beside the checkout where it is there. */
const VECTORS = join(__dirname, '../../../../../shared/vectors/wycheproof/aes_gcm_test.json');

interface Group {
  readonly ivSize: number;
  readonly keySize: number;
  readonly tagSize: number;
  readonly tests: readonly Vector[];
}
type Hex = 'key' | 'iv' | 'aad' | 'msg' | 'ct' | 'tag';
type Vector = Readonly<Record<Hex, string>> & { readonly tcId: number; readonly result: 'valid' | 'invalid' };

function ourVectors(): Vector[] {
  const { testGroups } = JSON.parse(readFileSync(VECTORS, 'utf8')) as { testGroups: Group[] };
  return testGroups
    .filter(({ ivSize, keySize, tagSize }) => ivSize === 96 && keySize === 256 && tagSize === 128)
    .flatMap(({ tests }) => tests);
}

describe('AES-256-GCM', () => {
  const [key, bound, clear] = [Buffer.alloc(32, 1), Buffer.from('event\n/field'), Buffer.from('what was heard')];

  const iv = Buffer.alloc(12, 3);

  it('opens what it sealed: iv, ciphertext, tag', () => {
    const sealed = seal(iv, key, bound, clear);
    expect(open(key, bound, sealed)).toEqual(clear);
    expect(sealed).toHaveLength(12 + clear.length + 16);
    expect(sealed.subarray(0, 12)).toEqual(iv);
  });

  it('throws on every single flipped bit, another key, another binding and what is too short', () => {
    const sealed = seal(iv, key, bound, clear);
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const flipped = Buffer.from(sealed);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => open(key, bound, flipped)).toThrow();
    }
    expect(() => open(Buffer.alloc(32, 2), bound, sealed)).toThrow();
    expect(() => open(key, Buffer.from('event\n/other'), sealed)).toThrow();
    expect(() => open(key, bound, sealed.subarray(0, 27))).toThrow('sealed bytes are at least 28');
  });

  const vectors = existsSync(VECTORS) ? ourVectors() : null;
  if (vectors === null) console.warn('skipped: no Wycheproof vectors beside the checkout (shared/vectors/wycheproof)');
  (vectors === null ? it.skip : it)('agrees with the Wycheproof vectors for 256-bit keys', () => {
    expect(vectors).toHaveLength(66);
    for (const { tcId, result, ...hex } of vectors ?? []) {
      const bytes = (name: Hex): Buffer => Buffer.from(hex[name], 'hex');
      const sealed = Buffer.concat([bytes('iv'), bytes('ct'), bytes('tag')]);
      const opens = (): Buffer => open(bytes('key'), bytes('aad'), sealed);
      if (result === 'valid') {
        expect([tcId, seal(bytes('iv'), bytes('key'), bytes('aad'), bytes('msg'))]).toEqual([tcId, sealed]);
        expect([tcId, opens()]).toEqual([tcId, bytes('msg')]);
      } else {
        expect(opens).toThrow();
      }
    }
  });
});
