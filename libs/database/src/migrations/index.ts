import { CreateLog1767225600001 } from './1767225600001-create-log';
import { AppendToLog1767225600002 } from './1767225600002-append-to-log';
import { CreateVault1767225600003 } from './1767225600003-create-vault';
import { CreateFiles1767225600004 } from './1767225600004-create-files';
import { CreateSessions1767225600005 } from './1767225600005-create-sessions';
import { CreateWork1767225600006 } from './1767225600006-create-work';
import { CreateAccounts1767225600007 } from './1767225600007-create-accounts';
import { CreateTokens1767225600008 } from './1767225600008-create-tokens';
import { AppendWithTheWritersSettings1767225600009 } from './1767225600009-append-with-the-writers-settings';
import { CreateSecondFactors1767225600010 } from './1767225600010-create-second-factors';
import { CreateIdentities1767225600012 } from './1767225600012-create-identities';
import { CreateInspectorReads1767225600013 } from './1767225600013-create-inspector-reads';
import { LetAccountsGo1767225600014 } from './1767225600014-let-accounts-go';
import { NotePurges1767225600015 } from './1767225600015-note-purges';

/** What cannot be rebuilt from the log, in the order in which it is made. */
export const migrations = [
  CreateLog1767225600001,
  AppendToLog1767225600002,
  CreateVault1767225600003,
  CreateFiles1767225600004,
  CreateSessions1767225600005,
  CreateWork1767225600006,
  CreateAccounts1767225600007,
  CreateTokens1767225600008,
  AppendWithTheWritersSettings1767225600009,
  CreateSecondFactors1767225600010,
  CreateIdentities1767225600012,
  CreateInspectorReads1767225600013,
  LetAccountsGo1767225600014,
  NotePurges1767225600015,
];
