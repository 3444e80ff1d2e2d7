import { describeTimescale } from '@promise/kernel';
import type { MilestoneView } from '@promise/milestones';
import type { ComponentChildren, VNode } from 'preact';
import { dayInWords } from '../frame/dates';
import { listed } from '../frame/messages';
import type { Page } from '../frame/page';
import { BackLink, CiteView, DayForm } from '../frame/parts';
import { linkTo } from '../frame/view';
import { StatusIcon } from '../timeline-picture';
import { statusWords } from '../timeline-picture/words';
import { trailWords } from '../trail/words';
import { Dates } from './dates';
import { Evidence } from './evidence';
import { Happened } from './happened';
import type { Named, Story } from './milestone-view';
import { milestoneWords } from './words';

const words = milestoneWords();

/** One milestone as a story: how it stands, every date and why, what was said, what happened, what changed. */
export function storyPage(story: Story, actions: ComponentChildren = null): Page {
  const { milestone, base, view, kind } = story;
  const { achieved } = milestone;
  return {
    title: milestone.title,
    here: 'timeline',
    ...(view.shown ? { view: view.shown } : {}),
    content: (
      <>
        <BackLink href={linkTo(view, base)}>{words.back}</BackLink>
        <h1>{milestone.title}</h1>
        <p class="pt-status">
          <StatusIcon kind={kind} /> <strong>{statusWords()[kind]}</strong>
          <span>{sinceOrUntil(milestone)}</span>
        </p>
        {actions}
        {achieved ? (
          <section aria-labelledby="changed">
            <h2 id="changed">{words.changed}</h2>
            <p class="pt-quote">{achieved.differenceMade}</p>
          </section>
        ) : null}
        <Dates milestone={milestone} />
        <Said story={story} />
        <Happened milestone={milestone} />
        <Evidence milestone={milestone} base={base} />
        <p>
          <a href={linkTo(view, `${base}/milestones/${milestone.id}/history`)}>{words.history}</a>
        </p>
        <DayForm view={view} />
        <CiteView view={view} />
      </>
    ),
  };
}

function Said({ story }: { readonly story: Story }): VNode {
  const { milestone, base, view } = story;
  const { successStatement, horizon, foundation, alsoServes, leads, agreed, citation } = milestone;
  const names = trailWords().foundations;
  return (
    <section aria-labelledby="said">
      <h2 id="said">{words.said}</h2>
      <dl class="pt-facts">
        <Fact name={words.success} value={successStatement} />
        <Fact name={words.horizon} value={words.horizons[horizon]} />
        <Fact
          name={words.foundation}
          value={
            <>
              <a href={linkTo(view, `${base}/foundations/${foundation}`)}>{names[foundation] ?? foundation}</a>
              {alsoServes.length > 0 ? ` ${words.alsoServes(listed(alsoServes.map((key) => names[key] ?? key)))}` : ''}
            </>
          }
        />
        <Fact name={words.leads} value={listed(leads)} />
        <Fact
          name={words.agreed}
          value={agreed ? words.agreedBy(agreed.body, dayInWords(agreed.on)) : words.notAgreed}
        />
        <Fact name={words.parent} value={story.parent ? <Links to={[story.parent]} /> : null} />
        <Fact name={words.children} value={story.children.length > 0 ? <Links to={story.children} /> : null} />
        <Fact name={words.priorities} value={story.priorities.length > 0 ? <Links to={story.priorities} /> : null} />
        <Fact name={words.citation} value={citation ? `${citation.document}, ${citation.place}` : null} />
      </dl>
    </section>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: ComponentChildren }): VNode | null {
  if (value === null || value === '') return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

function Links({ to }: { readonly to: readonly Named[] }): VNode {
  const [first] = to;
  if (first && to.length === 1) return <a href={first.href}>{first.title}</a>;
  return (
    <ul>
      {to.map(({ href, title }) => (
        <li key={href}>
          <a href={href}>{title}</a>
        </li>
      ))}
    </ul>
  );
}

/** When it was done or stopped, or else when it is planned for. */
function sinceOrUntil({ achieved, withdrawn, planned }: MilestoneView): string {
  const ended = achieved ?? withdrawn;
  return ended ? words.on(dayInWords(ended.on)) : words.planned(describeTimescale(planned));
}
