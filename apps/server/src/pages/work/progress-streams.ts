import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Job } from '@promise/tracker';
import type { Response } from 'express';
import { type InWords, liveOf } from './live';

/** How often the state is looked at. */
const PAUSE_MS = 400;

/** After so long the browser asks again, and is looked at again. */
const LONGEST_MS = 120_000;

/** Tells browsers how far work is, by server-sent events. */
@Injectable()
export class ProgressStreams implements OnModuleDestroy {
  private readonly open = new Set<AbortController>();

  /** Open streams would keep the server from stopping. */
  onModuleDestroy(): void {
    for (const each of this.open) each.abort();
  }

  /**
   * Sends each new state of a job while it is at work, and `over` when it no longer is.
   * @param look reads the state; null where the job is gone
   */
  async send(response: Response, look: () => Promise<Job | null>, inWords: InWords): Promise<void> {
    const stop = new AbortController();
    this.open.add(stop);
    response.on('close', () => {
      stop.abort();
    });
    response.set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store' }).flushHeaders();
    try {
      await this.follow(response, look, inWords, stop.signal);
    } finally {
      this.open.delete(stop);
      response.end();
    }
  }

  private async follow(
    response: Response,
    look: () => Promise<Job | null>,
    inWords: InWords,
    stopped: AbortSignal,
  ): Promise<void> {
    let sent = '';
    for (const end = Date.now() + LONGEST_MS; Date.now() < end && !stopped.aborted;) {
      const job = await look();
      if (job?.state !== 'running') {
        response.write('event: over\ndata: over\n\n');
        return;
      }
      const data = JSON.stringify(liveOf(job, inWords));
      if (data !== sent) response.write(`data: ${data}\n\n`);
      sent = data;
      await pause(stopped);
    }
  }
}

async function pause(stopped: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(over, PAUSE_MS);
    function over(): void {
      clearTimeout(timer);
      stopped.removeEventListener('abort', over);
      resolve();
    }
    stopped.addEventListener('abort', over);
    if (stopped.aborted) over();
  });
}
