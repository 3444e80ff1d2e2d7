import { DetailsResp, CreateResp } from '@eventstore/db-client/generated/users_pb';
import type { IUsersServer } from '@eventstore/db-client/generated/users_grpc_pb';
import { type Metadata, type ServiceError, status, type UntypedServiceImplementation } from '@grpc/grpc-js';
import type { Access, SimulatedUser } from './access';
import { accessDenied, serverError } from './errors';
import type { SimulatedLog } from './log';

type Users = Pick<IUsersServer, 'create' | 'details'> & UntypedServiceImplementation;

/** Making users, and reading about one, as far as it is needed to prepare a server. */
export function users(access: Access, log: SimulatedLog): Users {
  return {
    create: (call, answer) => {
      const given = call.request.getOptions();
      const name = given?.getLoginName() ?? '';
      const refused = refusal(access, call.metadata, true);
      const failed = refused ?? (access.users.has(name) ? conflict() : undefined);
      if (failed) {
        answer(failed);
        return;
      }
      access.users.set(name, { name, password: given?.getPassword() ?? '', groups: given?.getGroupsList() ?? [] });
      log.system('$user', '$users', name);
      answer(null, new CreateResp());
    },
    details: (call) => {
      const user = access.users.get(call.request.getOptions()?.getLoginName() ?? '');
      const refused = refusal(access, call.metadata, false) ?? (user ? undefined : notFound());
      if (refused) return void call.emit('error', refused);
      if (user) call.write(new DetailsResp().setUserDetails(detailsOf(user)));
      call.end();
    },
  };
}

function refusal(access: Access, metadata: Metadata, asAdministrator: boolean): ServiceError | undefined {
  const caller = access.callerOf(metadata);
  if (caller === undefined) return unknownUser();
  return asAdministrator && !access.isAdministrator(caller) ? accessDenied() : undefined;
}

function detailsOf({ name, groups }: SimulatedUser): DetailsResp.UserDetails {
  return new DetailsResp.UserDetails().setLoginName(name).setGroupsList([...groups]);
}

/** What servers answer to a name or password that is wrong. */
export const unknownUser = (): ServiceError => serverError(status.UNAUTHENTICATED, 'Unauthenticated');

const notFound = (): ServiceError =>
  serverError(status.NOT_FOUND, 'User is not found.', { exception: 'user-not-found' });

const conflict = (): ServiceError =>
  serverError(status.FAILED_PRECONDITION, 'Conflict.', { exception: 'user-conflict' });
