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
 * @param debug what the environment says is to be printed: the client would print the URL
 * @throws BadSetting
 */
export function eventStoreDbUrl(name: string, text: string, debug = process.env.DEBUG): string {
  const [, discover = '', user = '', hosts, options = ''] = URL_SHAPE.exec(text) ?? [];
  if (hosts === undefined) throw new BadSetting(`${name} must look like esdb://user:password@host:2113?tls=true`);
  refuseUnknown(name, options.split('&').filter(Boolean));
  if (user && /(^|&)tls=false(&|$)/.test(options)) {
    throw new BadSetting(`${name}: with tls=false no user and password are sent; take one of them out`);
  }
  if (printsUrl(debug ?? '')) {
    throw new BadSetting(`DEBUG must not name ${CLIENT}: the client would print ${name} with its password`);
  }
  return `esdb${discover}://${user}${hosts}${options ? `?${options}` : ''}`;
}

function refuseUnknown(name: string, options: readonly string[]): void {
  for (const option of options) {
    const [key = '', value = ''] = option.split('=');
    if (OPTIONS[key]?.test(value)) continue;
    throw new BadSetting(`${name}: "${key}" must be one of ${Object.keys(OPTIONS).join(', ')}, with a value that fits`);
  }
}

/** What the client calls the line in which it prints the URL. */
const CLIENT = 'esdb:connection';

/** As the package that prints reads it: names with stars, and names that begin with a minus for what is left out. */
function printsUrl(debug: string): boolean {
  const names = debug.split(/[\s,]+/).filter(Boolean);
  const prints = (name: string): boolean => new RegExp(`^${name.split('*').map(literally).join('.*')}$`).test(CLIENT);
  return names.some(prints) && !names.some((name) => name.startsWith('-') && prints(name.slice(1)));
}

function literally(text: string): string {
  return text.replace(/[^\w]/g, String.raw`\$&`);
}
