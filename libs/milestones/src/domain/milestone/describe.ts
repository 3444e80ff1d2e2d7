import { describeTimescale, type Personal, textOf, type Timescale } from '@promise/kernel';
import { replacedInWords } from './describe-replaced';
import type { MilestoneEvent, MilestoneEventType, YoungPeopleToldPayload } from './events';
import { asSentence, dayInWords, listInWords, quoted } from './words';

const NAMES: Readonly<Record<MilestoneEventType, string>> = {
  MilestoneProposed: 'the proposal',
  MilestoneAgreed: 'the agreement',
  MilestoneStarted: 'the start of the work',
  ProgressReported: 'the progress report',
  MilestoneTimescaleRevised: 'the move of the date',
  YoungPeopleTold: 'the note that young people were told',
  EvidenceAttached: 'the evidence',
  MilestoneAchieved: 'the achievement',
  MilestoneReopened: 'the reopening',
  MilestoneWithdrawn: 'the withdrawal',
  LeadsChanged: 'the change of leads',
  EventVoided: 'the correction that took something back',
  FieldsReplaced: 'the correction of details',
};

/** What people call an event: `the progress report`. */
export function nameOf(type: MilestoneEventType): string {
  return NAMES[type];
}

type Described = { [Event in MilestoneEvent as Event['type']]: (payload: Event['payload']) => string };

const SENTENCES: Described = {
  MilestoneProposed: (payload) =>
    `The milestone ${quoted(payload.title)} was proposed, ${planned(payload.timescale)}. ` +
    `It is led by ${leads(payload.leads)}.`,
  MilestoneAgreed: ({ body, date }) => `${textOf(body)} agreed the milestone on ${dayInWords(date)}.`,
  MilestoneStarted: () => 'Work on the milestone started.',
  ProgressReported: ({ rating, narrative, reportedBy }) => {
    const by = reportedBy ? ` by ${textOf(reportedBy)}` : '';
    return `Progress was reported${by} as ${quoted(rating)}: ${asSentence(narrative)}`;
  },
  MilestoneTimescaleRevised: ({ from, timescale, reason, decidedBy, decidedOn, youngPeopleTold }) =>
    `The date moved from “${from.words}” to “${timescale.words}”. Reason: ${asSentence(reason)} ` +
    `Decided by ${textOf(decidedBy)} on ${dayInWords(decidedOn)}. ${told(youngPeopleTold)}`,
  YoungPeopleTold: ({ when, how }) =>
    `Children and young people were told on ${dayInWords(when)} that the date had moved. How: ${asSentence(how)}`,
  EvidenceAttached: ({ shows, file }) =>
    `Evidence was attached${file ? `, the file ${quoted(file.name)}` : ', a link'}. It shows: ${asSentence(shows)}`,
  MilestoneAchieved: ({ date, differenceMade }) =>
    `The milestone was achieved on ${dayInWords(date)}. The difference made: ${asSentence(differenceMade)}`,
  MilestoneReopened: ({ reason }) => `The milestone was reopened. Reason: ${asSentence(reason)}`,
  MilestoneWithdrawn: ({ reason, decidedBy, decidedOn }) =>
    `The milestone was withdrawn. Reason: ${asSentence(reason)} ` +
    `Decided by ${textOf(decidedBy)}${decidedOn ? ` on ${dayInWords(decidedOn)}` : ''}.`,
  LeadsChanged: (payload) =>
    `The milestone is now led by ${leads(payload.leads)}.` +
    (payload.reason ? ` Reason: ${asSentence(payload.reason)}` : ''),
  EventVoided: ({ eventType, reason }) =>
    `${capital(nameOf(eventType))} was taken back as recorded by mistake. Reason: ${asSentence(reason)}`,
  FieldsReplaced: ({ eventType, replace, reason }) =>
    `In ${nameOf(eventType)}, ${replacedInWords(replace)}. Reason: ${asSentence(reason)}`,
};

const TOLD = {
  told: 'were told',
  'not-yet': 'were not yet told',
  'not-needed': 'did not need to be told',
} as const;

function told({ state, when, how }: YoungPeopleToldPayload): string {
  const said = `Children and young people ${TOLD[state]}${when ? ` on ${dayInWords(when)}` : ''}.`;
  if (how === null) return said;
  return `${said} ${state === 'told' ? 'How: ' : ''}${asSentence(how)}`;
}

/** `to be done by the end of March 2027`; a range or what has no end is no part of that sentence. */
function planned(timescale: Timescale): string {
  const said = describeTimescale(timescale);
  if (said.startsWith('ongoing')) return said;
  return /^[\p{Lu}\d]/u.test(said) ? `planned for ${said}` : `to be done ${said}`;
}

/** What an event says, in plain English; what was erased reads `[removed]`. */
export function describeMilestoneEvent(event: Pick<MilestoneEvent, 'type' | 'payload'>): string {
  const sentence = SENTENCES[event.type] as (payload: object) => string;
  return sentence(event.payload);
}

function leads(names: readonly Personal[]): string {
  return listInWords(names.map(textOf));
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
