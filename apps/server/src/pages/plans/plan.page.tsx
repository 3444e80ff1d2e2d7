import type { PriorityView } from '@promise/plans';
import type { VNode } from 'preact';
import { dateOfDocument } from '../frame/dates';
import { listed } from '../frame/messages';
import type { Page } from '../frame/page';
import { BackLink, CiteView, DayForm } from '../frame/parts';
import { linkTo, type View } from '../frame/view';
import { type Looking, ProposeLink } from '../record/offered/plan-links';
import { trailWords } from '../trail/words';
import { anchorOf } from './anchors';
import type { PlanShown } from './plan-view';
import { StepTable } from './step-table';
import { planWords } from './words';

const words = planWords();

/** One plan: its headings, priorities with their measures, and steps. */
export function planPage(shown: PlanShown, looking: Looking, view: View): Page {
  const { plan, themes } = shown;
  const { base } = looking;
  return {
    title: plan.title,
    here: 'plans',
    ...(view.shown ? { view: view.shown } : {}),
    content: (
      <>
        <BackLink href={linkTo(view, `${base}/plans`)}>{words.back}</BackLink>
        <h1>{plan.title}</h1>
        <Head shown={shown} />
        <nav aria-labelledby="contents" class="pt-contents pt-no-print">
          <p id="contents">{words.contents}</p>
          <ul>
            {themes.map(({ key, title }) => (
              <li key={key}>
                <a href={`#theme-${key}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
        {themes.map(({ key, title, priorities }) => (
          <section key={key} aria-labelledby={`theme-${key}`}>
            <h2 id={`theme-${key}`}>{title}</h2>
            {priorities.map(({ priority, steps }) => (
              <article key={priority.id} class="pt-priority" id={anchorOf('priority', priority.id)}>
                <Priority priority={priority} />
                <ProposeLink {...looking} line={priority} />
                {steps.length > 0 ? <StepTable {...looking} title={priority.title} steps={steps} /> : null}
              </article>
            ))}
          </section>
        ))}
        <DayForm view={view} />
        <CiteView view={view} />
      </>
    ),
  };
}

function Head({ shown: { plan, themes } }: { readonly shown: PlanShown }): VNode {
  const priorities = themes.flatMap((theme) => theme.priorities);
  const steps = priorities.reduce((sum, each) => sum + each.steps.length, 0);
  return (
    <>
      <p class="pt-lead">
        {words.priorities(priorities.length)}
        {steps > 0 ? `, ${words.steps(steps)}` : ''}.
      </p>
      <dl class="pt-facts">
        <dt>{words.period}</dt>
        <dd>{plan.period}</dd>
        {plan.otherPeriods.length > 0 ? <dt>{words.otherPeriods}</dt> : null}
        {plan.otherPeriods.map(({ period, citation }) => (
          <dd key={period}>
            {period} ({citation.document}, {citation.place})
          </dd>
        ))}
        <dt>{words.document}</dt>
        <dd>
          {plan.document.title}, {words.published(plan.document.publisher, dateOfDocument(plan.document.date))}
        </dd>
      </dl>
      {plan.notes.length > 0 ? (
        <details class="pt-details">
          <summary>{words.notes}</summary>
          <ul>
            {plan.notes.map(({ key, text, citation }) => (
              <li key={key}>
                {text} <span class="pt-quiet">({citation.place})</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

function Priority({ priority }: { readonly priority: PriorityView }): VNode {
  const { number, title, measures, citation } = priority;
  return (
    <>
      <h3>
        {number === null ? '' : `${number}. `}
        {title}
      </h3>
      <p class="pt-quiet">
        {words.serves}: {serves(priority)}. {words.place}: {citation.place}.
      </p>
      {measures.length > 0 ? (
        <>
          <h4>{words.measures}</h4>
          <ul>
            {measures.map(({ key, text }) => (
              <li key={key}>{text}</li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function serves({ foundation: { primary, also, by } }: PriorityView): string {
  if (primary === null) return words.servesNone;
  const names = [primary, ...also].map((key) => trailWords().foundations[key] ?? key);
  return `${listed(names)} (${by === 'ours' ? words.ours : words.byDocument})`;
}
