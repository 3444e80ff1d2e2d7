import { BadSetting } from './bad-setting';

const NUMBER = /^\d{1,9}$/;
const ANYTHING = /^[^&?]+$/;

/** What the client of EventStoreDB may be told in the URL. It would print a URL with an option that it does not know. */
const OPTIONS: Readonly<Record<string, RegExp>> = {
  tls: /^(true|false)$/,
  tlsCAFile: ANYTHING,
  userCertFile: ANYTHING,
  userKeyFile: ANYTHING,
  connectionName: ANYTHING,
  maxDiscoverAttempts: NUMBER,
  discoveryInterval: NUMBER,
  gossipTimeout: NUMBER,
  keepAliveInterval: NUMBER,
};

const HOST = String.raw`[\w.-]+(?::\d{1,5})?`;
const URL_SHAPE = new RegExp(
  String.raw`^(?:esdb|kurrentdb)(\+discover)?://([^\s:/@]+:[^\s:/@]+@)?(${HOST}(?:,${HOST})*)/?(?:\?(.+))?$`,
);

/** The hosts with their ports of a URL that `eventStoreDbUrl` made. */
export function hostsOf(url: string): string[] {
  const [, , , hosts = ''] = URL_SHAPE.exec(url) ?? [];
  return hosts.split(',').map((host) => (host.includes(':') ? host : `${host}:2113`));
}

export function isEventStoreDb(url: string): boolean {
  return /^(esdb|kurrentdb)(\+discover)?:/.test(url);
}

/**
 * The URL of EventStoreDB, or KurrentDB as it is called today, as the client reads it. Messages never show it: there may
 * be a password in it.
 * @throws BadSetting
 */
export function eventStoreDbUrl(name: string, text: string): string {
  const [, discover = '', user = '', hosts, options = ''] = URL_SHAPE.exec(text) ?? [];
  if (hosts === undefined) throw new BadSetting(`${name} must look like esdb://user:password@host:2113?tls=true`);
  for (const option of options.split('&').filter(Boolean)) {
    const [key = '', value = ''] = option.split('=');
    if (!OPTIONS[key]?.test(value)) {
      throw new BadSetting(
        `${name}: "${key}" must be one of ${Object.keys(OPTIONS).join(', ')}, with a value that fits`,
      );
    }
  }
  return `esdb${discover}://${user}${hosts}${options ? `?${options}` : ''}`;
}
