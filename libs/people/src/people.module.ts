import { Module } from '@nestjs/common';
import { EndRoleHandler } from './commands/end-role/end-role.handler';
import { GrantRoleHandler } from './commands/grant-role/grant-role.handler';
import { MakeLinkHandler } from './commands/make-link/make-link.handler';
import { MatchRolesHandler } from './commands/match-roles/match-roles.handler';
import { RoleHoldingsQuery } from './read-models/role-holdings/query';

/** The roles of a partnership's people: needs `Recorder` and the `READ_SOURCE` from a global module. */
@Module({
  providers: [GrantRoleHandler, EndRoleHandler, MakeLinkHandler, MatchRolesHandler, RoleHoldingsQuery],
  exports: [RoleHoldingsQuery],
})
export class PeopleModule {}
