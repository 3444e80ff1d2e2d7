import type { ProposalView } from '@promise/approvals';
import { mayDo, type Person } from '@promise/identity';
import type { VNode } from 'preact';
import type { Page } from '../frame/page';
import { nameOf, ProposedLine, SettledLine } from './lines';
import { approvalsWords } from './words';

const words = approvalsWords();

interface Facts {
  readonly base: string;
  readonly person: Person | undefined;
  readonly waiting: readonly ProposalView[];
  readonly settled: readonly ProposalView[];
  readonly next: string | null;
  /** What milestones and plans are called, by id. */
  readonly titles: ReadonlyMap<string, string>;
}

/** What waits for this person, what waits for others, and what was settled. */
export function approvalsPage(facts: Facts): Page {
  const { base, person, waiting, settled, next } = facts;
  const settles = person !== undefined && mayDo('approvals.settle', person.roles);
  const forYou = waiting.filter(({ proposedBy }) => settles && proposedBy.id !== person.id);
  const forOthers = waiting.filter((each) => !forYou.includes(each));
  return {
    title: words.title,
    here: 'approvals',
    content: (
      <>
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
        {settles ? (
          <Group {...facts} id="for-you" title={words.forYou} some={forYou} none={words.nothingForYou} />
        ) : null}
        <Group {...facts} id="for-others" title={words.forOthers} some={forOthers} none={words.nothing} />
        <Group {...facts} id="settled" title={words.settled} some={settled} none={words.nothingSettled} />
        {next === null ? null : (
          <p>
            <a href={`${base}/approvals?after=${next}`}>{words.older}</a>
          </p>
        )}
      </>
    ),
  };
}

interface GroupProps extends Facts {
  readonly id: string;
  readonly title: string;
  readonly some: readonly ProposalView[];
  readonly none: string;
}

function Group({ base, person, titles, id, title, some, none }: GroupProps): VNode {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {title} ({some.length})
      </h2>
      {some.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul class="pt-waiting">
          {some.map((proposal) => (
            <li key={proposal.id}>
              <p>
                <a href={`${base}/approvals/${proposal.id}`}>{nameOf(proposal, titles)}</a>
              </p>
              <p>{proposal.what}</p>
              <ProposedLine proposal={proposal} person={person} />
              <SettledLine proposal={proposal} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
