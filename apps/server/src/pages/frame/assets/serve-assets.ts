import type { NextFunction, Request, Response } from 'express';
import { compress, encodingFor, FOR_KEEPS } from '../compression';
import { type Asset, assetAt } from './assets';

const FOR_GOOD = 'public, max-age=31536000, immutable';

/** Each asset as it was last compressed, by address and encoding. */
const compressed = new Map<string, Promise<Buffer>>();

/** Answers what lies below `/assets/`; it needs no sign-in and changes only with its address. */
export function serveAssets(request: Request, response: Response, next: NextFunction): void {
  const asset = request.method === 'GET' || request.method === 'HEAD' ? assetAt(request.path) : null;
  if (!asset) {
    next();
    return;
  }
  send(asset, request, response).catch(next);
}

async function send(asset: Asset, request: Request, response: Response): Promise<void> {
  const encoding = asset.compressible ? encodingFor(request) : 'identity';
  const key = `${encoding} ${asset.address}`;
  const body = compressed.get(key) ?? compress(asset.content, encoding, FOR_KEEPS);
  compressed.set(key, body);
  response.set({ 'Cache-Control': FOR_GOOD, 'Content-Type': asset.type, Vary: 'Accept-Encoding' });
  if (encoding !== 'identity') response.set('Content-Encoding', encoding);
  response.send(await body);
}
