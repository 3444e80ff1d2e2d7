export { KeyVault } from './key-vault.port';
export { MemoryKeyVault } from './memory/memory-key-vault';
export { PostgresKeyVault, type PostgresKeyVaultSettings } from './postgres/postgres-key-vault';
export { openPayloads, type SealedPayload } from './sealing/open-payloads';
export { sealPayload } from './sealing/seal-payload';
export * from './files/evidence-files.port';
export { PostgresEvidenceFiles } from './files/postgres-evidence-files';
export { unwrap, wrap } from './sealing/wrap';
