import { mayDo, type Action, type Person } from '@promise/identity';
import type { ClosedView, FindingView, ReviewView } from '@promise/reviews';
import type { ComponentChildren, VNode } from 'preact';
import { dayInWords } from '../frame/dates';
import { listed } from '../frame/messages';
import type { Page } from '../frame/page';
import { BackLink } from '../frame/parts';
import { stateOf } from './reviews.page';
import { reviewsWords } from './words';

const words = reviewsWords();

interface Facts {
  readonly base: string;
  readonly review: ReviewView;
  /** What milestones are called, by id. */
  readonly titles: ReadonlyMap<string, string>;
}

/** One review: what it looks at, what was found, and what came of it. */
export function reviewPage(facts: Facts, actions: ComponentChildren): Page {
  const { base, review } = facts;
  return {
    title: review.title,
    here: 'reviews',
    content: (
      <>
        <BackLink href={`${base}/reviews`}>{words.back}</BackLink>
        <h1>{review.title}</h1>
        <dl class="pt-facts">
          <dt>{words.facts.kind}</dt>
          <dd>{words.kinds[review.kind]}</dd>
          <dt>{words.facts.period}</dt>
          <dd>{words.period(dayInWords(review.from), dayInWords(review.until))}</dd>
          <dt>{words.facts.takingPart}</dt>
          <dd>{listed(review.takingPart)}</dd>
          <dt>{words.facts.state}</dt>
          <dd>{stateOf(review)}</dd>
        </dl>
        {actions}
        {review.closed ? <Closing closed={review.closed} /> : null}
        <Findings {...facts} />
      </>
    ),
  };
}

function Closing({
  closed: { outcome, recipients, toldHow, body, decidedOn },
}: {
  readonly closed: ClosedView;
}): VNode {
  return (
    <section aria-labelledby="came">
      <h2 id="came">{words.came}</h2>
      <p class="pt-as-typed">{outcome}</p>
      <dl class="pt-facts">
        <dt>{words.recipients}</dt>
        <dd>{listed(recipients)}</dd>
        <dt>{words.toldHow}</dt>
        <dd class="pt-as-typed">{toldHow ?? words.notTold}</dd>
        <dt>{words.decision}</dt>
        <dd>{words.decided(body, dayInWords(decidedOn))}</dd>
      </dl>
    </section>
  );
}

function Findings({ review: { findings }, base, titles }: Facts): VNode {
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">{words.findings}</h2>
      {findings.length === 0 ? (
        <p>{words.findingsNone}</p>
      ) : (
        <ol class="pt-history">
          {findings.map((finding) => (
            <li key={finding.event}>
              <p class="pt-quiet">{words.notedOn(dayInWords(finding.on))}</p>
              <p class="pt-as-typed">{finding.text}</p>
              <AboutMilestone finding={finding} base={base} titles={titles} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

interface AboutProps extends Omit<Facts, 'review'> {
  readonly finding: FindingView;
}

function AboutMilestone({ finding: { milestone }, base, titles }: AboutProps): VNode | null {
  if (milestone === null) return null;
  return (
    <p>
      {words.aboutMilestone} <a href={`${base}/milestones/${milestone}`}>{titles.get(milestone) ?? milestone}</a>
    </p>
  );
}

interface ActionsProps {
  readonly review: ReviewView;
  readonly home: string;
  readonly person: Person | undefined;
  /** That it be closed waits for a second person already. */
  readonly closingWaits: boolean;
}

/** Links to the forms that this person may fill in about the review as it is; nothing where there is none. */
export function ReviewActions({ review, home, person, closingWaits }: ActionsProps): VNode | null {
  const may = (action: Action): boolean => person !== undefined && mayDo(action, person.roles);
  const forms = [
    ...(may('review.note-finding') ? [['note-finding', words.noteFinding] as const] : []),
    ...(may('review.close') && !closingWaits ? [['close', words.close] as const] : []),
  ];
  if (review.closed || forms.length === 0) return null;
  return (
    <nav class="pt-offered pt-no-print" aria-labelledby="offered">
      <h2 id="offered">{words.offered}</h2>
      <ul>
        {forms.map(([path, text]) => (
          <li key={path}>
            <a href={`${home}/${path}`}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
