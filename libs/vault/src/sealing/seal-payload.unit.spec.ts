import { personal } from '@promise/kernel';
import { DESTROYED, type Key } from '../key-vault.port';
import { MemoryKeyVault } from '../memory/memory-key-vault';
import { KeyMissing, openPayloads } from './open-payloads';
import { NotSealable, sealPayload } from './seal-payload';
import { BrokenSeal, type SealedText } from './sealed-text';

const SUBJECT = 'north-lanarkshire/milestone/1';

/** Counts what it is asked. */
class CountingVault extends MemoryKeyVault {
  asked: string[][] = [];

  override async keysOf(subjects: Iterable<string>): Promise<Map<string, Key | typeof DESTROYED>> {
    this.asked.push([...subjects]);
    return super.keysOf(subjects);
  }
}

describe('sealing a payload', () => {
  const vault = new CountingVault();
  const seal = (payload: object, subject = SUBJECT): Promise<object> => sealPayload(payload, 'e1', subject, vault);
  const open = async (payload: object): Promise<object | undefined> =>
    (await openPayloads([{ eventId: 'e1', payload }], vault))[0];
  beforeEach(() => (vault.asked = []));

  it('leaves in clear what is not personal, and seals the rest in the fixed form', async () => {
    const sealed = await seal({ horizon: '5-year', title: personal('Brothers and sisters live together') });
    expect(sealed).toEqual({
      horizon: '5-year',
      title: {
        sealed: 1,
        subject: SUBJECT,
        key: expect.stringMatching(/^[\w+/]{80}$/) as string,
        text: expect.stringMatching(/^[\w+/]+=*$/) as string,
      },
    });
  });

  it('makes no key where nothing is personal', async () => {
    await seal({ horizon: '5-year' }, 'nobody');
    expect(await vault.keysOf(['nobody'])).toEqual(new Map());
  });

  it.each([
    ['something sealed already', { a: { sealed: 1 } }, '/a: looks sealed already'],
    ['a personal text with more beside it', { a: [{ personal: 'x', more: 1 }] }, '/a/0: has more or less than'],
    ['a personal number', { personal: 1 }, 'payload: has more or less than'],
    ['erased text', { 'a/b': { erased: true } }, '/a~1b: erased text cannot be sealed anew'],
    ['a lone surrogate', { '~': { personal: '\ud800' } }, '/~0: has control or broken characters'],
    ['a control character', { a: { personal: '\0' } }, '/a: has control or broken characters'],
    ['a date', { at: new Date() }, '/at: JSON cannot say an [object Date]'],
  ])('refuses %s and makes no key for it', async (_, payload, message) => {
    const subject = `refused/${message.length}`;
    await expect(seal({ text: personal('good'), ...payload }, subject)).rejects.toThrow(`event e1, ${message}`);
    await expect(seal(payload, subject)).rejects.toThrow(NotSealable);
    expect(await vault.keysOf([subject])).toEqual(new Map());
  });

  it('opens many payloads in order with one call to the vault', async () => {
    const subjects = ['one', 'two', 'one'];
    const payloads = await Promise.all(subjects.map((each, n) => seal({ n, text: personal(each) }, each)));
    const opened = await openPayloads(
      payloads.map((payload) => ({ eventId: 'e1', payload })),
      vault,
    );
    expect(opened).toEqual(subjects.map((each, n) => ({ n, text: personal(each) })));
    expect(vault.asked).toEqual([['one', 'two']]);
  });

  it('reads as erased once the key is destroyed, and the rest as before', async () => {
    const sealed = await seal({ rating: 'on-track', narrative: personal('what was heard') }, 'erased');
    await vault.destroy('erased');
    expect(await open(sealed)).toEqual({ rating: 'on-track', narrative: { erased: true } });
  });

  it('throws where the vault never had the key', async () => {
    const sealed = await seal({ title: personal('x') });
    const opened = openPayloads([{ eventId: 'e1', payload: sealed }], new MemoryKeyVault());
    await expect(opened).rejects.toThrow(KeyMissing);
    await expect(opened).rejects.toThrow('The keys of a log are in the PostgreSQL that it was recorded with');
  });

  it('throws on every altered character of a sealed text', async () => {
    const { title } = (await seal({ title: personal('What changed') })) as { title: SealedText };
    for (const part of ['key', 'text'] as const) {
      for (let place = 0; place < title[part].length; place++) {
        const other = title[part][place] === 'A' ? 'B' : 'A';
        const altered = title[part].slice(0, place) + other + title[part].slice(place + 1);
        await expect(open({ title: { ...title, [part]: altered } })).rejects.toThrow(BrokenSeal);
      }
    }
  });

  it('throws on what only resembles the sealed form', async () => {
    const { title } = (await seal({ title: personal('What changed') })) as { title: SealedText };
    await vault.keyFor('another');
    const altered = [
      { ...title, sealed: 2 },
      { ...title, more: 1 },
      { ...title, text: undefined },
      { ...title, text: ` ${title.text}` },
      { ...title, text: '' },
      { ...title, subject: 'another' },
    ];
    for (const each of altered)
      await expect(open({ title: each })).rejects.toThrow('event e1, /title: the sealed text');
  });
});
