import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { RebuildProgress } from '@promise/projections';
import type { HealthReport } from './health';

/** How a process fares that has not opened the tracker yet. */
interface OpeningReport extends HealthReport {
  /** How far the log is read for the read models; null where it is not. */
  readonly building: RebuildProgress | null;
}

const TRY_AGAIN_S = '5';

/**
 * Answers at the address of a process while it opens the tracker, which takes minutes where a long log is read again:
 * that it lives, that it is not ready, how far it is. An address that is taken is found out before anything is opened.
 */
export class Opening {
  /** How far the log is read for the read models. */
  building: RebuildProgress | null = null;
  private readonly server: Server = createServer((request, response) => {
    this.answer(request, response);
  });

  /**
   * @param port 0, which is any free one, is left to whoever tells the address: nobody knows it before
   * @throws what the system says where the address is taken or none of this machine
   */
  static async at({ host, port }: { readonly host: string; readonly port: number }): Promise<Opening> {
    const opening = new Opening();
    if (port === 0) return opening;
    await new Promise<void>((resolve, reject) => {
      opening.server.once('error', reject);
      opening.server.listen(port, host, resolve);
    });
    return opening;
  }

  /** Leaves the address to what was opened. */
  async close(): Promise<void> {
    if (!this.server.listening) return;
    const closed = new Promise((resolve) => this.server.once('close', resolve));
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  private answer({ url = '/' }: IncomingMessage, response: ServerResponse): void {
    const [path = '/'] = url.split('?');
    response.setHeader('Cache-Control', 'no-store');
    if (path === '/health/live') {
      send(response, 200, 'application/json', JSON.stringify({ status: 'ok' }));
      return;
    }
    response.setHeader('Retry-After', TRY_AGAIN_S);
    if (path === '/health/ready') send(response, 503, 'application/json', JSON.stringify(this.report()));
    else if (path.startsWith('/api/')) send(response, 503, 'application/problem+json', JSON.stringify(this.problem()));
    else send(response, 503, 'text/html', this.page());
  }

  private report(): OpeningReport {
    const nothing = { readModelsAt: null, lagSeconds: null, subscription: 'none' } as const;
    return { status: 'not-ready', ...nothing, projector: 'opening', building: this.building };
  }

  private problem(): object {
    return { type: '/problems/not-ready', title: TITLE, status: 503, detail: this.inWords() };
  }

  private page(): string {
    return `<!DOCTYPE html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${TITLE}</title></head>
<body><main><h1>${TITLE}</h1><p>${this.inWords()}</p></main></body>
</html>
`;
  }

  private inWords(): string {
    if (!this.building) return `${NOTHING_LOST} ${TRY_AGAIN}`;
    const { applied, expected } = this.building;
    const of = expected === null ? '' : ` of ${inDigits(expected)}`;
    return `It reads the record: ${inDigits(applied)}${of} entries so far. ${NOTHING_LOST} ${TRY_AGAIN}`;
  }
}

const TITLE = 'The Promise tracker is getting ready';
const NOTHING_LOST = 'Nothing is lost.';
const TRY_AGAIN = 'Try again in a minute.';

function inDigits(count: number): string {
  return count.toLocaleString('en-GB');
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Security-Policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(body);
}
