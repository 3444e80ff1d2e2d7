export { EndRoleCommand } from './commands/end-role/end-role.command';
export { GrantRoleCommand } from './commands/grant-role/grant-role.command';
export { MakeLinkCommand } from './commands/make-link/make-link.command';
export { describeMembershipEvent } from './domain/membership/describe';
export { MEMBERSHIP_EVENT_TYPES } from './domain/membership/events';
export { PeopleModule } from './people.module';
export { roleHoldingsProjection } from './read-models/role-holdings/projection';
export { type RoleHolding, RoleHoldingsQuery } from './read-models/role-holdings/query';
