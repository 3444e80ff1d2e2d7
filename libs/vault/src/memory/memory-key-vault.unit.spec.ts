import { keyVaultContract } from '../key-vault.contract';
import { MemoryKeyVault } from './memory-key-vault';

describe('MemoryKeyVault', () => {
  const vault = new MemoryKeyVault();
  keyVaultContract(() => vault);
});
