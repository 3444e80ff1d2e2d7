import { mayDo, type Person } from '@promise/identity';
import { describeTimescale } from '@promise/kernel';
import type { MilestoneView } from '@promise/milestones';
import type { VNode } from 'preact';
import type { Page } from '../frame/page';
import type { Waiting } from './waiting';
import { myWorkWords } from './words';

const words = myWorkWords();

interface Facts {
  readonly base: string;
  readonly person: Person | undefined;
  readonly waiting: readonly Waiting[];
}

/** What waits for somebody to record something. */
export function myWorkPage(facts: Facts): Page {
  const { base, person, waiting } = facts;
  return {
    title: words.title,
    here: 'work',
    content: (
      <>
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
        <ul class="pt-work-actions">
          {person && mayDo('milestone.propose', person.roles) ? (
            <li>
              <a class="ds_button" href={`${base}/milestones/new`}>
                {words.record}
              </a>
            </li>
          ) : null}
          {person && mayDo('promise-start.decide', person.roles) ? (
            <li>
              <a href={`${base}/promise-start`}>{words.start}</a>
            </li>
          ) : null}
        </ul>
        {waiting.map((each) => (
          <Group key={each.key} {...facts} group={each} />
        ))}
      </>
    ),
  };
}

function Group({ group, ...facts }: Facts & { readonly group: Waiting }): VNode {
  const { key, milestones } = group;
  const { title, why } = words[key];
  return (
    <section aria-labelledby={key}>
      <h2 id={key}>
        {title} ({milestones.length})
      </h2>
      <p>{milestones.length === 0 ? words.nothing : why}</p>
      {milestones.length === 0 ? null : (
        <ul class="pt-waiting">
          {milestones.map((milestone) => (
            <Item key={milestone.id} {...facts} group={group} milestone={milestone} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface ItemProps extends Facts {
  readonly group: Waiting;
  readonly milestone: MilestoneView;
}

function Item({ base, person, group, milestone }: ItemProps): VNode {
  const home = `${base}/milestones/${milestone.id}`;
  const offered = group.actions.filter((action) => person && mayDo(`milestone.${action}`, person.roles));
  return (
    <li>
      <p>
        <a href={home}>{milestone.title}</a>
      </p>
      <p class="pt-quiet">{words.planned(describeTimescale(milestone.planned))}</p>
      {offered.length === 0 ? null : (
        <ul>
          {offered.map((action) => (
            <li key={action}>
              <a href={`${home}/${action}`}>
                {words.actions[action]}
                <span class="visually-hidden">: {milestone.title}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
