import type { Request } from 'express';

/** Whether a person looks at the answer: everything but the API, the probes and the assets. */
export function isPage(request: Pick<Request, 'path'>): boolean {
  return !/^\/(api|health|assets)(\/|$)/i.test(request.path);
}

/** Whether the request only reads. */
export function onlyReads(request: Pick<Request, 'method'>): boolean {
  return request.method === 'GET' || request.method === 'HEAD';
}
