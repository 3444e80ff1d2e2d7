import { type Action, mayDo, type Person } from '@promise/identity';
import type { MilestoneView } from '@promise/milestones';
import type { VNode } from 'preact';
import { offeredWords } from './words';

type Form = Exclude<keyof ReturnType<typeof offeredWords>, 'heading' | 'propose' | 'result'>;

const isOpen = ({ lifecycle }: MilestoneView): boolean => lifecycle !== 'achieved' && lifecycle !== 'withdrawn';

/** When a form makes sense to offer. What is forbidden is for the domain to say; this only keeps the list short. */
const OFFERED: Readonly<Record<Form, (milestone: MilestoneView) => boolean>> = {
  agree: (milestone) => isOpen(milestone) && milestone.agreed === null,
  start: (milestone) => isOpen(milestone) && milestone.startedOn === null,
  'report-progress': isOpen,
  'revise-timescale': isOpen,
  tell: ({ moves }) => moves.some(({ youngPeopleTold }) => youngPeopleTold.state === 'not-yet'),
  'attach-evidence': ({ lifecycle }) => lifecycle !== 'withdrawn',
  achieve: isOpen,
  'change-leads': isOpen,
  withdraw: isOpen,
  reopen: (milestone) => !isOpen(milestone),
  correct: () => true,
};

interface Props {
  readonly milestone: MilestoneView;
  /** Address of the milestone's page. */
  readonly home: string;
  readonly person: Person | undefined;
}

/** Links to the forms that this person may fill in about the milestone as it is; nothing where there is none. */
export function MilestoneActions({ milestone, home, person }: Props): VNode | null {
  if (!person) return null;
  const words = offeredWords();
  const forms = (Object.keys(OFFERED) as Form[]).filter(
    (form) => mayDo(actionOf(form), person.roles) && OFFERED[form](milestone),
  );
  if (forms.length === 0) return null;
  return (
    <nav class="pt-offered pt-no-print" aria-labelledby="offered">
      <h2 id="offered">{words.heading}</h2>
      <ul>
        {forms.map((form) => (
          <li key={form}>
            <a href={`${home}/${form}`}>{words[form]}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function actionOf(form: Form): Action {
  return `milestone.${form}`;
}
