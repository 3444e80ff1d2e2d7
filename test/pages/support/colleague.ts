import { Api } from './api';

/** Where tests record: a partnership that no test reads as a whole. */
export const WORKPLACE = '/p/south-lanarkshire';

/** Another development worker of the same partnership, who records things elsewhere at the same time. */
export class Colleague {
  private readonly api = new Api(
    `${process.env.PAGES_ADDRESS ?? ''}/api/v1/partnerships/south-lanarkshire`,
    process.env.PAGES_TOKEN ?? '',
  );

  /** Records an agreed milestone, long overdue. @returns the address of its page */
  async agrees(title: string): Promise<string> {
    const about = { foundation: 'care', horizon: '5-year', timescale: 'by March 2025', leads: ['Champions Board'] };
    const id = await this.api.post('milestones', { title, ...about, effectiveOn: '2021-06-01' });
    await this.api.post(`milestones/${id}/agree`, { body: 'CSP Board', date: '2021-09-01' });
    await this.api.caughtUp();
    return `${WORKPLACE}/milestones/${id}`;
  }

  /** Does something with the milestone of that page. */
  async does(page: string, act: string, body: object): Promise<void> {
    await this.api.post(`${page.slice(WORKPLACE.length + 1)}/${act}`, body);
    await this.api.caughtUp();
  }
}
