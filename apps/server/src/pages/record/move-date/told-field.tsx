import { TOLD_STATES } from '@promise/milestones';
import type { VNode } from 'preact';
import { DayQuestion } from '../../frame/forms/date-question';
import { type Choice, Radios, TextArea } from '../../frame/forms/fields';
import { dayShown, fillDay, readDay } from '../form/date-fields';
import { type FormField, pick, type Shown, textIn } from '../form/field';
import { moveWords } from './words';

const NAME = 'told';
const WHEN = 'told-when';
const HOW = 'told-how';
const words = moveWords();

/** Whether children and young people were told that the date moved, when and how. */
export const toldField: FormField = {
  id: NAME,
  label: words.told,
  names: {
    youngPeopleTold: NAME,
    'youngPeopleTold.state': NAME,
    'youngPeopleTold.when': `${WHEN}-day`,
    'youngPeopleTold.how': HOW,
  },
  labels: { [`${WHEN}-day`]: words.when, [HOW]: words.how },
  render: (shown) => (
    <Radios name={NAME} label={words.told} form={shown.form} errors={shown.errors} choices={choicesOf(shown)} />
  ),
  read: (form) => {
    const state = form.given(NAME);
    if (state === undefined) return { values: {} };
    if (state !== 'told') return { values: { youngPeopleTold: { state } } };
    const { values, errors = [] } = readDay(form, WHEN);
    return {
      values: { youngPeopleTold: { state, ...pick('when', values[WHEN]), ...pick('how', form.given(HOW)) } },
      errors,
    };
  },
  answer: (form) => {
    const state = TOLD_STATES.find((each) => each === form.text(NAME));
    if (!state) return '';
    return state === 'told'
      ? words.toldAnswer(words.toldChoices.told, dayShown(form, WHEN), form.text(HOW))
      : words.toldChoices[state];
  },
  fill: ({ youngPeopleTold }) => {
    const told = (youngPeopleTold ?? {}) as Readonly<Record<string, unknown>>;
    return { [NAME]: textIn(told, 'state'), [HOW]: textIn(told, 'how'), ...fillDay({ [WHEN]: told.when }, WHEN) };
  },
};

function choicesOf({ form, errors }: Shown<unknown>): Choice[] {
  return TOLD_STATES.map((value) => ({
    value,
    label: words.toldChoices[value],
    ...(value === 'not-yet' ? { hint: words.notYetHint } : {}),
    ...(value === 'told' ? { detail: <WhenAndHow form={form} errors={errors} /> } : {}),
  }));
}

function WhenAndHow(shown: Pick<Shown<unknown>, 'form' | 'errors'>): VNode {
  return (
    <>
      <DayQuestion {...shown} name={WHEN} label={words.when} optional />
      <TextArea {...shown} name={HOW} label={words.how} rows={3} optional />
    </>
  );
}
