import { Injectable } from '@nestjs/common';
import { csrfTokenFor } from '../../sign-in/forgery';
import type { GuardedRequest } from '../../api/conventions/signed-in';
import { Now } from '../../api/conventions/now';
import { isDay, endOfLondonDay, type Instant } from '@promise/kernel';
import { TrailQuery } from '@promise/trail';
import type { Response } from 'express';
import { sendText } from './compression';
import { noticeOf } from './notices';
import type { Frame } from './frame';
import type { Page } from './page';
import { renderPage } from './render-page';

/** Sends pages: puts the frame around them and says how far the record had come. */
@Injectable()
export class Pages {
  constructor(
    private readonly trail: TrailQuery,
    private readonly now: Now,
  ) {}

  async send(request: GuardedRequest, response: Response, page: Page): Promise<void> {
    const frame = await this.frame(request, page);
    const notice = page.notice ?? noticeOf(request.query.notice);
    const shown = notice === undefined ? page : { ...page, notice };
    response.status(page.status ?? 200).set('Cache-Control', page.isSecret ? 'no-store' : 'private, no-cache');
    await sendText(request, response, 'text/html; charset=utf-8', renderPage(shown, frame));
  }

  private async frame(request: GuardedRequest, page: Page): Promise<Frame> {
    return { ...frameWithoutRecord(request), recorded: await this.recorded(request, page) };
  }

  /** How busy a partnership is that publishes nothing is seen by nobody who is nothing there. */
  private async recorded({ partnership, person }: GuardedRequest, { view }: Page): Promise<Frame['recorded']> {
    if (!partnership || (partnership.publishes.length === 0 && !person?.roles.length)) return null;
    const at = momentOf(view?.knownAt, this.now.instant());
    return { at, number: await this.trail.lastNumber(partnership.partnership, at) };
  }
}

/** The frame of a page that nobody could ask the record for, such as an error page. */
export function frameWithoutRecord(request: GuardedRequest): Frame {
  const { person, partnership, sessionToken } = request;
  return {
    person: request.bySession && person ? person : null,
    partnership: partnership ? { ...partnership, id: partnership.partnership } : null,
    csrf: sessionToken === undefined ? null : csrfTokenFor(sessionToken),
    address: request.originalUrl,
    recorded: null,
  };
}

function momentOf(knownAt: string | undefined, now: Instant): Instant {
  if (knownAt === undefined) return now;
  const end = isDay(knownAt) ? endOfLondonDay(knownAt) : new Date(knownAt).toISOString();
  return end < now ? end : now;
}
