export { type Account, Accounts } from './accounts/accounts';
export * from './demonstration-people';
export { type InspectorRead, InspectorReads, type InspectorReadsPage } from './inspector-reads';
export * from './policy';
export * from './roles';
export { newSessionToken, type OpenSession, Sessions } from './sessions';
export { type KnownToken, Tokens } from './tokens';
