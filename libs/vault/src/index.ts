export { InvalidSubject, KeyDestroyed, KeyVault } from './key-vault.port';
export { MemoryKeyVault } from './memory/memory-key-vault';
export { PostgresKeyVault, type PostgresKeyVaultSettings } from './postgres/postgres-key-vault';
export { KeyMissing, openPayloads, type SealedPayload } from './sealing/open-payloads';
export { NotSealable, sealPayload } from './sealing/seal-payload';
export { BrokenSeal } from './sealing/sealed-text';
export * from './files/evidence-files.port';
export { PostgresEvidenceFiles } from './files/postgres-evidence-files';
