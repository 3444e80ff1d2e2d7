import { Metadata, type ServiceError, status } from '@grpc/grpc-js';

/** An error as servers answer it: a code, and where there is one, the name of the exception with its properties. */
export function serverError(code: status, details: string, properties: Record<string, string> = {}): ServiceError {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(properties)) metadata.set(name, value);
  return Object.assign(new Error(details), { code, details, metadata });
}

/** The bare code, without a name. */
export const unavailable = (): ServiceError => serverError(status.UNAVAILABLE, 'Server Is Not Ready');
export const internal = (): ServiceError => serverError(status.INTERNAL, 'Received RST_STREAM with code 2');

export const accessDenied = (): ServiceError =>
  serverError(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });

export const notLeader = ({ host, port }: { host: string; port: number }): ServiceError =>
  serverError(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': host,
    'leader-endpoint-port': String(port),
  });

export const tooLarge = (most: number): ServiceError =>
  serverError(status.INVALID_ARGUMENT, `Maximum Append Size of ${most} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(most),
  });
