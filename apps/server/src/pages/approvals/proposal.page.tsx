import type { ProposalView } from '@promise/approvals';
import { mayDo, type Person } from '@promise/identity';
import type { VNode } from 'preact';
import { dayInWords } from '../frame/dates';
import type { Page } from '../frame/page';
import { BackLink } from '../frame/parts';
import { ProposedLine, SettledLine } from './lines';
import { approvalsWords } from './words';

const words = approvalsWords();

/** One proposal: what is proposed, and what may be done about it. */
export function proposalPage(proposal: ProposalView, base: string, person: Person | undefined): Page {
  return {
    title: words.what,
    here: 'approvals',
    content: (
      <>
        <BackLink href={`${base}/approvals`}>{words.back}</BackLink>
        <h1>{words.what}</h1>
        <p class="pt-as-typed">{proposal.what}</p>
        <ProposedLine proposal={proposal} person={person} />
        <About proposal={proposal} base={base} />
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

function About({
  proposal: { about },
  base,
}: {
  readonly proposal: ProposalView;
  readonly base: string;
}): VNode | null {
  if (about.kind !== 'milestone') return null;
  return (
    <p>
      <a href={`${base}/milestones/${about.id}`}>{words.aboutMilestone}</a>
    </p>
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
      <ul class="pt-work-actions">
        {settles && !own ? (
          <li>
            <a class="ds_button" href={`${home}/approve`}>
              {words.approve}
            </a>
          </li>
        ) : null}
        {settles && !own ? (
          <li>
            <a href={`${home}/refuse`}>{words.refuse}</a>
          </li>
        ) : null}
        {takesBack ? (
          <li>
            <a href={`${home}/take-back`}>{words.takeBack}</a>
          </li>
        ) : null}
      </ul>
    </>
  );
}

function may(person: Person | undefined, action: 'approvals.settle' | 'approvals.take-back'): boolean {
  return person !== undefined && mayDo(action, person.roles);
}
