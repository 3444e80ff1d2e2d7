import { canonicalJson, isPersonal, isPlainText, personal } from '@promise/kernel';
import fc from 'fast-check';
import { MemoryKeyVault } from '../memory/memory-key-vault';
import { openPayloads } from './open-payloads';
import { sealPayload } from './seal-payload';

const SUBJECT = 'north-lanarkshire/milestone/1';
const EVENT = '6f1c7e0a-2f3b-5c4d-8e9f-0a1b2c3d4e5f';

const RESERVED = new Set(['sealed', 'personal']);
const wellFormed = fc.string({ unit: 'binary' });
const memberName = fc
  .oneof(wellFormed, fc.constantFrom('title', 'a/b', '~', '~1', '__proto__', 'constructor', ''))
  .filter((name) => !RESERVED.has(name));
const plainText = wellFormed.filter(isPlainText);
const leaf = plainText.map(personal);
const { payload } = fc.letrec<{ value: unknown; payload: object }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(leaf, fc.boolean(), fc.constant(null), fc.integer(), wellFormed),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('payload'),
  ),
  payload: fc
    .array(fc.tuple(memberName, tie('value')), { maxLength: 5 })
    .map((members) => Object.fromEntries(members) as object)
    .filter((object) => !isPersonal(object)),
}));

/** All personal texts of a payload. */
function textsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isPersonal(value)) return 'personal' in value ? [value.personal] : [];
  return Object.values(value).flatMap(textsIn);
}

function throughJson(value: object): object {
  return JSON.parse(JSON.stringify(value)) as object;
}

describe('sealing and opening', () => {
  const vault = new MemoryKeyVault();

  it('gives back the same payload, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(payload, async (given) => {
        const before = JSON.stringify(given);
        const sealed = throughJson(await sealPayload(given, EVENT, SUBJECT, vault));
        const [opened] = await openPayloads([{ eventId: EVENT, payload: sealed }], vault);
        expect(canonicalJson(opened)).toBe(canonicalJson(given));
        expect(JSON.stringify(given)).toBe(before);
      }),
      { numRuns: 500 },
    );
  });

  it('lets no clear text through', async () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'e', 'k', 'o', 'r', ' ', 'é', '£'),
      minLength: 8,
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 5 }), async (words) => {
        const given = { title: personal(words[0] ?? ''), notes: words.map((text) => ({ text: personal(text) })) };
        const bytes = canonicalJson(await sealPayload(given, EVENT, SUBJECT, vault));
        expect(textsIn(given)).toHaveLength(words.length + 1);
        for (const text of textsIn(given)) expect(bytes).not.toContain(JSON.stringify(text).slice(1, -1));
      }),
    );
  });

  it('opens nothing that was moved to another field or another event', async () => {
    const texts = fc.tuple(memberName, memberName, plainText, plainText).filter(([a, b]) => a !== b);
    await fc.assert(
      fc.asyncProperty(texts, async ([a, b, one, other]) => {
        const given = Object.fromEntries([
          [a, personal(one)],
          [b, personal(other)],
        ]);
        const sealed = Object.entries(await sealPayload(given, EVENT, SUBJECT, vault));
        const swapped = Object.fromEntries(sealed.map(([name], n) => [name, sealed.at(n - 1)?.[1] as unknown]));
        const whole = Object.fromEntries(sealed);
        await expect(openPayloads([{ eventId: EVENT, payload: swapped }], vault)).rejects.toThrow(
          'not what was sealed',
        );
        await expect(openPayloads([{ eventId: `${EVENT}0`, payload: whole }], vault)).rejects.toThrow(
          'not what was sealed',
        );
      }),
    );
  });
});
