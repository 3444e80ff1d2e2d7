import type { ProposalView } from '@promise/approvals';
import { mayDo, type Person } from '@promise/identity';
import type { VNode } from 'preact';
import { dayInWords } from '../frame/dates';
import type { Page } from '../frame/page';
import { BackLink } from '../frame/parts';
import { changeName, ProposedLine, SettledLine } from './lines';
import { approvalsWords } from './words';

const words = approvalsWords();

interface Facts {
  readonly proposal: ProposalView;
  readonly base: string;
  readonly person: Person | undefined;
  /** What milestones, plans and reviews are called, by id. */
  readonly titles: ReadonlyMap<string, string>;
  /** What the records say that are to be erased; empty where nothing is. */
  readonly toErase: readonly string[];
}

/** One proposal: what is proposed, and what may be done about it. */
export function proposalPage(facts: Facts): Page {
  const { proposal, base, person, toErase } = facts;
  const title = changeName(proposal.change);
  return {
    title,
    here: 'approvals',
    content: (
      <>
        <BackLink href={`${base}/approvals`}>{words.back}</BackLink>
        <h1>{title}</h1>
        <About {...facts} />
        <h2>{words.what}</h2>
        <p class="pt-as-typed">{proposal.what}</p>
        <ProposedLine proposal={proposal} person={person} />
        <ToErase records={toErase} />
        <h2>{words.became}</h2>
        {proposal.standing === 'waiting' ? (
          <Waiting proposal={proposal} home={`${base}/approvals/${proposal.id}`} person={person} />
        ) : (
          <Settled proposal={proposal} />
        )}
      </>
    ),
  };
}

function About({ proposal: { about }, base, titles }: Facts): VNode | null {
  const title = titles.get(about.id);
  const place = PLACES[about.kind];
  if (title === undefined || place === undefined) return null;
  return (
    <p>
      {words.about} <a href={`${base}/${place}/${about.id}`}>{title}</a>
    </p>
  );
}

/** Where a thing has its page. */
const PLACES: Readonly<Record<string, string>> = {
  milestone: 'milestones',
  plan: 'plans',
  review: 'reviews',
};

function ToErase({ records }: { readonly records: readonly string[] }): VNode | null {
  if (records.length === 0) return null;
  return (
    <>
      <h2>{words.toErase}</h2>
      <ul>
        {records.map((record, n) => (
          <li key={n} class="pt-as-typed">
            {record}
          </li>
        ))}
      </ul>
    </>
  );
}

function Settled({ proposal }: { readonly proposal: ProposalView }): VNode {
  const { settled } = proposal;
  return (
    <>
      <SettledLine proposal={proposal} />
      {settled?.body ? <p>{words.decided(settled.body, dayInWords(settled.decidedOn ?? ''))}</p> : null}
      <p class="pt-as-typed">{settled?.reason}</p>
    </>
  );
}

interface WaitingProps {
  readonly proposal: ProposalView;
  readonly home: string;
  readonly person: Person | undefined;
}

function Waiting({ proposal, home, person }: WaitingProps): VNode {
  const own = person?.id === proposal.proposedBy.id;
  const [settles, takesBack] = [may(person, 'approvals.settle'), own && may(person, 'approvals.take-back')];
  return (
    <>
      <p>{words.standing.waiting}</p>
      {own ? <p>{words.own}</p> : null}
      {own || settles ? null : <p>{words.notYours}</p>}
      <Offered home={home} settles={settles && !own} takesBack={takesBack} />
    </>
  );
}

interface OfferedProps {
  readonly home: string;
  readonly settles: boolean;
  readonly takesBack: boolean;
}

/** What this person may do about it; nothing for who only reads. */
function Offered({ home, settles, takesBack }: OfferedProps): VNode | null {
  if (settles) {
    return (
      <ul class="pt-work-actions">
        <li>
          <a class="ds_button" href={`${home}/approve`}>
            {words.approve}
          </a>
        </li>
        <li>
          <a href={`${home}/refuse`}>{words.refuse}</a>
        </li>
      </ul>
    );
  }
  if (!takesBack) return null;
  return (
    <p>
      <a href={`${home}/take-back`}>{words.takeBack}</a>
    </p>
  );
}

function may(person: Person | undefined, action: 'approvals.settle' | 'approvals.take-back'): boolean {
  return person !== undefined && mayDo(action, person.roles);
}
