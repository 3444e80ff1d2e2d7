import { describeTimescale } from '@promise/kernel';
import type { MilestoneView } from '@promise/milestones';
import type { ComponentChildren, VNode } from 'preact';
import { listed } from '../frame/messages';
import { linkTo, type View } from '../frame/view';
import { reportWords } from './words';

const words = reportWords();

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly none?: string | null;
  readonly intro?: string;
  readonly children: ComponentChildren;
}

/** One part of the report; `none` is said where there is nothing in it. */
export function Section({ id, title, none = null, intro, children }: SectionProps): VNode {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {none === null && intro !== undefined ? <p>{intro}</p> : null}
      {none === null ? <ul class="pt-report">{children}</ul> : <p>{none}</p>}
    </section>
  );
}

interface Place {
  readonly base: string;
  readonly view: View;
}

/** Milestones and when they are planned. */
export function DueList({ milestones, ...place }: Place & { readonly milestones: readonly MilestoneView[] }): VNode {
  return (
    <>
      {milestones.map((each) => (
        <Entry key={each.id} {...place} milestone={each}>
          <p>{words.planned(describeTimescale(each.planned))}</p>
        </Entry>
      ))}
    </>
  );
}

interface EntryProps extends Place {
  readonly milestone: MilestoneView;
  readonly children: ComponentChildren;
}

/** One milestone of a part. */
export function Entry({ base, view, milestone, children }: EntryProps): VNode {
  return (
    <li>
      <h3>
        <a href={linkTo(view, `${base}/milestones/${milestone.id}`)}>{milestone.title}</a>
      </h3>
      {children}
      <p class="pt-quiet">{words.leads(listed(milestone.leads))}</p>
    </li>
  );
}
