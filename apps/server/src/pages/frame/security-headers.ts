import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';

/**
 * Nothing inline and nothing from elsewhere. The referrer stays on this site: with none at all, browsers would not say
 * where a form comes from.
 */
const strict = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'none'"],
      'style-src': ["'self'"],
      'script-src': ["'self'"],
      'img-src': ["'self'"],
      'font-src': ["'self'"],
      'connect-src': ["'self'"],
      'form-action': ["'self'"],
      'base-uri': ["'none'"],
      'frame-ancestors': ["'none'"],
    },
  },
  referrerPolicy: { policy: 'same-origin' },
});

/** The browsable description of the API brings inline styles and scripts of its own. */
const forApiPages = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'self'"],
      'style-src': ["'self'", "'unsafe-inline'"],
      'script-src': ["'self'", "'unsafe-inline'"],
      'img-src': ["'self'", 'data:'],
      'frame-ancestors': ["'none'"],
    },
  },
});

/** What is not said to be for keeps, such as the assets, is for this person alone and asked for anew each time. */
export function securityHeaders(request: Request, response: Response, next: NextFunction): void {
  response.set('Cache-Control', 'private, no-cache');
  const headers = request.path.startsWith('/api/docs') ? forApiPages : strict;
  headers(request, response, next as (error?: unknown) => void);
}
