import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request, Response } from 'express';

export type Encoding = 'br' | 'gzip' | 'identity';

const inBrotli = promisify(brotliCompress);
const inGzip = promisify(gzip);

/** Compressing less than this makes an answer longer. */
const WORTH_IT = 1_000;

/** How hard to try: once for what is kept, each time for a page. */
export const FOR_KEEPS = 11;
const EACH_TIME = 4;

/** The encoding that the browser takes and we like best. */
export function encodingFor(request: Request): Encoding {
  const accepted = request.acceptsEncodings(['br', 'gzip', 'identity']);
  return accepted === 'br' || accepted === 'gzip' ? accepted : 'identity';
}

/** @param effort 1 to 11 */
export async function compress(content: Buffer, encoding: Encoding, effort: number): Promise<Buffer> {
  switch (encoding) {
    case 'br':
      return inBrotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: effort } });
    case 'gzip':
      return inGzip(content, { level: Math.min(effort, 9) });
    case 'identity':
      return content;
  }
}

/** Sends a document of text, compressed as the browser likes it. */
export async function sendText(request: Request, response: Response, type: string, text: string): Promise<void> {
  const content = Buffer.from(text);
  const encoding = content.length < WORTH_IT ? 'identity' : encodingFor(request);
  const body = await compress(content, encoding, EACH_TIME);
  response.vary('Accept-Encoding').type(type);
  if (encoding !== 'identity') response.set('Content-Encoding', encoding);
  response.send(body);
}
