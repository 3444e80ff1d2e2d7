import { InvalidSubject, KeyDestroyed, type KeyVault } from './key-vault.port';

/** What every vault keeps to. `open` gives one more vault over the same keys, as another server would have it. */
export function keyVaultContract(open: () => KeyVault): void {
  const subject = (name: string): string => `north-lanarkshire/milestone/${name}-${Math.random()}`;

  it('makes a key of 32 bytes on the first asking and keeps it', async () => {
    const one = subject('first');
    const key = await open().keyFor(one);
    expect(key).toHaveLength(32);
    expect(new Set(key).size).toBeGreaterThan(8);
    expect(await open().keyFor(one)).toEqual(key);
    expect(await open().keysOf([one])).toEqual(new Map([[one, key]]));
  });

  it('gives each subject another key', async () => {
    const vault = open();
    const keys = await Promise.all(['a', 'b', 'c'].map((name) => vault.keyFor(subject(name))));
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(3);
  });

  it('leaves out who never had a key, and makes none by looking', async () => {
    const [known, unknown] = [subject('known'), subject('unknown')];
    const key = await open().keyFor(known);
    expect(await open().keysOf([known, unknown, known])).toEqual(new Map([[known, key]]));
    expect(await open().keysOf([unknown])).toEqual(new Map());
    expect(await open().keysOf([])).toEqual(new Map());
  });

  it('gives one key to all who ask at the same time', async () => {
    const one = subject('race');
    const vaults = [open(), open(), open()];
    const keys = await Promise.all([...vaults, ...vaults, ...vaults].map((vault) => vault.keyFor(one)));
    for (const key of keys) expect(key).toEqual(keys[0]);
  });

  it('destroys a key for good, at once where it was asked to', async () => {
    const [one, other] = [subject('destroyed'), subject('stays')];
    const vault = open();
    await vault.keyFor(one);
    const stays = await vault.keyFor(other);
    await vault.destroy(one);
    await vault.destroy(one);
    for (const each of [vault, open()]) {
      expect(await each.keysOf([one, other])).toEqual(
        new Map<string, unknown>([
          [one, 'destroyed'],
          [other, stays],
        ]),
      );
      await expect(each.keyFor(one)).rejects.toThrow(KeyDestroyed);
    }
  });

  it('makes no key for a subject that was destroyed before it had one', async () => {
    const one = subject('never');
    await open().destroy(one);
    await expect(open().keyFor(one)).rejects.toThrow(`the key of ${one} was destroyed`);
  });

  it('refuses what is no subject without spoiling the keys of others', async () => {
    const vault = open();
    const good = vault.keyFor(subject('good'));
    for (const bad of ['', 'two words', 'nul\0', 'é', '\ud800', 'x'.repeat(201)]) {
      await expect(vault.keyFor(bad)).rejects.toThrow(InvalidSubject);
      await expect(vault.keysOf([bad])).rejects.toThrow(InvalidSubject);
      await expect(vault.destroy(bad)).rejects.toThrow(InvalidSubject);
      await expect(vault.secret(bad)).rejects.toThrow(InvalidSubject);
    }
    expect(await good).toHaveLength(32);
  });

  it('makes a secret once for all servers', async () => {
    const [name, another] = [subject('secret'), subject('another')];
    const secrets = await Promise.all([open(), open(), open()].map((vault) => vault.secret(name)));
    expect(secrets[0]).toHaveLength(32);
    for (const secret of secrets) expect(secret).toEqual(secrets[0]);
    expect(await open().secret(another)).not.toEqual(secrets[0]);
  });
}
