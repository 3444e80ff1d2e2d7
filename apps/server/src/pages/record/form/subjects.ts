import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type ProposalView, ReadProposal } from '@promise/approvals';
import { londonDay } from '@promise/kernel';
import { ListMilestones, milestoneStream, type MilestoneView, ReadMilestone } from '@promise/milestones';
import { PartnershipsQuery, partnershipStream, type PartnershipView } from '@promise/partnerships';
import { ListSteps, planStream, type StepView } from '@promise/plans';
import type { Times } from '@promise/projections';
import { ReadReview, reviewStream, type ReviewView } from '@promise/reviews';
import { ReadHistory, ReadRecord, type StoredRecord, type TrailEntry } from '@promise/trail';
import { ID_IN_PLANS } from '../../../api/conventions/id-param';
import { Now } from '../../../api/conventions/now';
import { notFound, type Problem } from '../../../api/conventions/problem';
import type { GuardedRequest } from '../../../api/conventions/signed-in';
import type { Subject } from './subject';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const PAGE = 500;

/** Reads what forms are about. */
@Injectable()
export class Subjects {
  constructor(
    readonly queries: QueryBus,
    private readonly now: Now,
    private readonly partnerships: PartnershipsQuery,
  ) {}

  times(): Times {
    const knownAt = this.now.instant();
    return { asAt: londonDay(knownAt), knownAt };
  }

  /** @throws Problem 404 */
  async milestone({ params }: GuardedRequest): Promise<Subject<MilestoneView>> {
    const [partnership, id] = [String(params.partnership), String(params.id)];
    const view = UUID.test(id) ? await this.queries.execute(new ReadMilestone(partnership, id, this.times())) : null;
    if (!view) throw notFound('There is no milestone with this id in this partnership.');
    const home = `/p/${partnership}/milestones/${id}`;
    return { view, name: view.title, stream: milestoneStream(partnership, id), version: view.version, home };
  }

  /** A review. @throws Problem 404 */
  async review({ params }: GuardedRequest): Promise<Subject<ReviewView>> {
    const [partnership, id] = [String(params.partnership), String(params.id)];
    const view = UUID.test(id) ? await this.queries.execute(new ReadReview(partnership, id)) : null;
    if (!view) throw notFound('There is no review with this id in this partnership.');
    const home = `/p/${partnership}/reviews/${id}`;
    return { view, name: view.title, stream: reviewStream(partnership, id), version: view.version, home };
  }

  /** A step of a plan, by its id `<plan>.<step>`. @throws Problem 404 */
  async step({ params }: GuardedRequest): Promise<Subject<StepView>> {
    const [partnership, id] = [String(params.partnership), String(params.id)];
    const [plan = ''] = id.split('.');
    // PostgreSQL does not take every text.
    if (!ID_IN_PLANS.test(id)) throw noStep();
    const page = await this.queries.execute(new ListSteps(partnership, plan, this.times(), { limit: 100_000 }));
    const view = page?.items.find((each) => each.id === id);
    if (!view) throw noStep();
    const stream = planStream(partnership, plan);
    const version = await this.version(partnership, stream);
    return { view, name: view.title, stream, version, home: `/p/${partnership}/plans/${plan}` };
  }

  /** A proposal that needs a second person. @throws Problem 404 */
  async proposal({ params }: GuardedRequest): Promise<Subject<ProposalView>> {
    const [partnership, id] = [String(params.partnership), String(params.id)];
    const view = UUID.test(id) ? await this.queries.execute(new ReadProposal(partnership, id)) : null;
    if (!view) throw notFound('There is no proposal with this id in this partnership.');
    const version = await this.version(partnership, view.stream);
    return { view, name: view.what, stream: view.stream, version, home: `/p/${partnership}/approvals/${id}` };
  }

  /** A record of the partnership, whatever it is about. @throws Problem 404 */
  async record({ params }: GuardedRequest): Promise<Subject<StoredRecord>> {
    const [partnership, event] = [String(params.partnership), String(params.event)];
    const view = UUID.test(event) ? await this.queries.execute(new ReadRecord(partnership, event)) : null;
    if (!view) throw notFound('There is no record with this id in this partnership.', 'event');
    const version = await this.version(partnership, view.stream);
    return { view, stream: view.stream, version, home: homeOf(partnership, view) };
  }

  /** The partnership itself. The guard has seen that it is here. */
  async partnership({ partnership }: GuardedRequest): Promise<Subject<PartnershipView>> {
    if (!partnership) throw notFound('There is no such partnership here.');
    const stream = partnershipStream(partnership.partnership);
    const version = await this.version(partnership.partnership, stream);
    return { view: partnership, name: partnership.name, stream, version, home: `/p/${partnership.partnership}` };
  }

  /** What the partnership says of itself, no older than the version beside it. */
  async settings(request: GuardedRequest): Promise<Subject<PartnershipView>> {
    const subject = await this.partnership(request);
    const view = await this.partnerships.one(subject.view.partnership, this.times());
    return { ...subject, view: view ?? subject.view, home: `${subject.home}/settings` };
  }

  private async version(partnership: string, stream: string): Promise<number> {
    return (await this.history(partnership, stream)).length - 1;
  }

  /** Every milestone of the partnership, as it is today where no other day is asked about. */
  async milestones(partnership: string, times = this.times()): Promise<MilestoneView[]> {
    const all: MilestoneView[] = [];
    for (let after: string | null | undefined; after !== null;) {
      const page = { limit: PAGE, ...(after === undefined ? {} : { after }) };
      const { items, next } = await this.queries.execute(new ListMilestones(partnership, times, {}, page));
      all.push(...items);
      after = next;
    }
    return all;
  }

  /** All that was recorded in a stream, oldest first. */
  async history(partnership: string, stream: string): Promise<TrailEntry[]> {
    const all: TrailEntry[] = [];
    for (let after: string | null | undefined; after !== null;) {
      const page = { limit: PAGE, ...(after === undefined ? {} : { after }) };
      const read = new ReadHistory(partnership, stream, this.now.instant(), page);
      const { items, next } = await this.queries.execute(read);
      all.push(...items);
      after = next;
    }
    return all;
  }
}

/** Where everything on record about the same thing can be read. */
function homeOf(partnership: string, { entry: { concerns, recordNumber } }: StoredRecord): string {
  const base = `/p/${partnership}`;
  if (concerns.kind === 'milestone') return `${base}/milestones/${concerns.id}/history`;
  return `${base}/trail?after=${recordNumber - 1}`;
}

function noStep(): Problem {
  return notFound('There is no step with this id in this partnership.');
}
