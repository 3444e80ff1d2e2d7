import { type Day, describeTimescale, londonDay } from '@promise/kernel';
import type { VNode } from 'preact';
import { dayInWords } from '../frame/dates';
import { ErrorSummary } from '../frame/forms/form';
import type { Page } from '../frame/page';
import { CiteView } from '../frame/parts';
import { Done, Moved, Stopped } from './done-and-moved';
import type { ReportFacts } from './facts';
import { DueList, Entry, Section } from './parts';
import { PeriodForm } from './period-form';
import type { Report } from './report';
import { reportWords } from './words';

const words = reportWords();

/** What was done, what moved and why, and what is due, between two days; made to be printed. */
export function reportPage(report: Report): Page {
  const { errors, facts, view } = report;
  return {
    title: words.title,
    here: 'report',
    hasErrors: errors.length > 0,
    status: errors.length > 0 ? 400 : 200,
    ...(view.shown ? { view: view.shown } : {}),
    content: (
      <>
        <ErrorSummary errors={errors} />
        <h1>{words.title}</h1>
        <PeriodForm {...report} />
        {facts ? <Content {...report} facts={facts} /> : null}
        <CiteView view={view} />
      </>
    ),
  };
}

function Content({ facts, period, forWhom, ...report }: Report & { readonly facts: ReportFacts }): VNode {
  const to = dayInWords(period.to);
  return (
    <>
      <p class="pt-lead">
        <strong>{words.period(dayInWords(period.from), to)}</strong>
      </p>
      {forWhom === '' ? null : <p>{words.reportFor(forWhom)}</p>}
      <Summary facts={facts} to={period.to} known={londonDay(report.view.times.knownAt)} />
      <Section id="done" title={words.done} none={facts.done.length === 0 ? words.doneNone : null}>
        {facts.done.map((each) => (
          <Entry key={each.id} {...report} milestone={each}>
            <Done milestone={each} />
          </Entry>
        ))}
      </Section>
      <Section id="moved" title={words.moved} none={facts.moved.length === 0 ? words.movedNone : null}>
        {facts.moved.map(({ milestone, move }) => (
          <Entry key={move.event} {...report} milestone={milestone}>
            <Moved move={move} />
          </Entry>
        ))}
      </Section>
      {facts.stopped.length === 0 ? null : (
        <Section id="stopped" title={words.stopped}>
          {facts.stopped.map((each) => (
            <Entry key={each.id} {...report} milestone={each}>
              <Stopped milestone={each} />
            </Entry>
          ))}
        </Section>
      )}
      {facts.added.length === 0 ? null : (
        <Section id="added" title={words.added}>
          {facts.added.map((each) => (
            <Entry key={each.id} {...report} milestone={each}>
              <p>{words.addedFor(describeTimescale(each.firstPlanned))}</p>
            </Entry>
          ))}
        </Section>
      )}
      <Section id="overdue" title={words.overdue} none={facts.overdue.length === 0 ? words.overdueNone : null}>
        <DueList {...report} milestones={facts.overdue} />
      </Section>
      <Section
        id="due"
        title={words.due}
        none={facts.due.length === 0 ? words.dueNone(dayInWords(facts.dueBy)) : null}
        intro={words.dueBy(dayInWords(facts.dueBy))}
      >
        <DueList {...report} milestones={facts.due} />
      </Section>
    </>
  );
}

interface SummaryProps {
  readonly facts: ReportFacts;
  readonly to: Day;
  /** The day up to which is known what happened. */
  readonly known: Day;
}

function Summary({ facts, to, known }: SummaryProps): VNode {
  return (
    <>
      <p>
        {words.summary(facts.done.length, facts.moved.length, facts.stopped.length)}{' '}
        {words.overdueNow(facts.overdue.length, dayInWords(to))}
      </p>
      {to > known ? <p>{words.notOver(dayInWords(known))}</p> : null}
      <p class="pt-quiet">{words.rule}</p>
    </>
  );
}
