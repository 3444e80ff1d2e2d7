import { generateKeyPairSync, sign } from 'node:crypto';

/** PEM of a certificate and its key. */
export interface Certificate {
  readonly certificate: string;
  readonly key: string;
}

const ECDSA_WITH_SHA256 = '06082a8648ce3d040302';
const COMMON_NAME = '0603550403';
const BASIC_CONSTRAINTS = '0603551d13';
const SUBJECT_ALTERNATIVE_NAME = '0603551d11';
const LOOPBACK = '7f000001';

/** A certificate for this machine, signed by its own new key. */
export function selfSigned(): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = der(0x30, ECDSA_WITH_SHA256);
  const name = der(0x30, der(0x31, der(0x30, COMMON_NAME, text('simulator'))));
  const body = der(
    0x30,
    der(0xa0, der(0x02, '02')),
    der(0x02, '01'),
    algorithm,
    name,
    der(0x30, time(2020), time(2049)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }).toString('hex'),
    der(0xa3, der(0x30, authority(), names())),
  );
  const signature = sign('sha256', Buffer.from(body, 'hex'), privateKey).toString('hex');
  const whole = der(0x30, body, algorithm, der(0x03, '00', signature));
  return {
    certificate: pem('CERTIFICATE', whole),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function authority(): string {
  return der(0x30, BASIC_CONSTRAINTS, der(0x01, 'ff'), der(0x04, der(0x30, der(0x01, 'ff'))));
}

function names(): string {
  const localhost = der(0x82, Buffer.from('localhost').toString('hex'));
  return der(0x30, SUBJECT_ALTERNATIVE_NAME, der(0x04, der(0x30, der(0x87, LOOPBACK), localhost)));
}

const text = (value: string): string => der(0x0c, Buffer.from(value).toString('hex'));
const time = (year: number): string => der(0x17, Buffer.from(`${String(year).slice(2)}0101000000Z`).toString('hex'));

/** Tag, length and content, in hexadecimal digits. */
function der(tag: number, ...contents: readonly string[]): string {
  const content = contents.join('');
  const length = content.length / 2;
  const digits = length.toString(16).padStart(length > 255 ? 4 : 2, '0');
  const prefix = length < 128 ? '' : (0x80 + digits.length / 2).toString(16);
  return `${tag.toString(16).padStart(2, '0')}${prefix}${digits}${content}`;
}

function pem(label: string, hex: string): string {
  const lines =
    Buffer.from(hex, 'hex')
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
