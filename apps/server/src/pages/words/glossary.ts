import { messages } from '../frame/messages';

/** One word of these pages and what it means. */
export interface Entry {
  readonly key: string;
  readonly word: string;
  readonly meaning: string;
}

/** What the words of these pages mean, in the order of the alphabet. */
export const glossary = messages<readonly Entry[]>([
  {
    key: 'achieved',
    word: 'Done',
    meaning: 'What was said would be so is so. There is evidence for it, and it says what changed because of it.',
  },
  { key: 'agreed', word: 'Agreed', meaning: 'A board or a group has said yes to a milestone and to its date.' },
  {
    key: 'approval',
    word: 'Approval',
    meaning:
      'Some changes count only when a second person says yes, because the board decided so. To stop a milestone is one of them.',
  },
  {
    key: 'care',
    word: 'Care',
    meaning:
      'One of the five foundations. Where children cannot live with their family, they live with their brothers and sisters where it is safe, and they stay in a loving home for as long as they need it.',
  },
  {
    key: 'champions-board',
    word: 'Champions Board',
    meaning:
      'Care experienced children and young people who meet the people in charge, ask how it is going, and get an answer.',
  },
  {
    key: 'correction',
    word: 'Correction',
    meaning: 'Something was written down wrongly and put right. What stood there before stays on record.',
  },
  {
    key: 'date-moved',
    word: 'Date moved',
    meaning:
      'The date is another one than first planned. The page says who decided it, why, and if young people were told.',
  },
  {
    key: 'due-soon',
    word: 'Due soon',
    meaning: 'The date ends in the next 90 days.',
  },
  {
    key: 'erased',
    word: 'Erased text',
    meaning:
      'Words that are made unreadable for ever, because they said too much about somebody. The page shows [removed] there.',
  },
  {
    key: 'evidence',
    word: 'Evidence',
    meaning: 'A document or a link that shows that something was done, or how it is going.',
  },
  {
    key: 'family',
    word: 'Family',
    meaning:
      'One of the five foundations. Where children are safe and feel loved at home, they stay there, and their family gets the help it needs.',
  },
  {
    key: 'foundation',
    word: 'Foundation',
    meaning:
      'The Promise stands on five foundations: Voice, Family, Care, People and Scaffolding. Children’s rights are under all five.',
  },
  {
    key: 'lead',
    word: 'Lead',
    meaning: 'The role or the group that makes sure that a milestone happens. Often there are several.',
  },
  {
    key: 'mark',
    word: '5-year mark and 10-year mark',
    meaning:
      'Five and ten years after the work on The Promise began here. Moving that start moves the marks. It moves no date of a milestone.',
  },
  {
    key: 'milestone',
    word: 'Milestone',
    meaning: 'One thing that the partnership says will be so after 5 or 10 years, or a step on the way there.',
  },
  {
    key: 'on-plan',
    word: 'On plan',
    meaning: 'There is still time, and the date has not moved.',
  },
  {
    key: 'overdue',
    word: 'Overdue',
    meaning: 'The date that was agreed has passed, and it is not done. Nobody is late for a date that nobody agreed.',
  },
  {
    key: 'partnership',
    word: 'Partnership',
    meaning:
      'The council, the health service, the police, charities and others who work together for children in one area.',
  },
  {
    key: 'people',
    word: 'People',
    meaning:
      'One of the five foundations. The people who care for children get the time, the learning and the support to do it well.',
  },
  { key: 'plan', word: 'Plan', meaning: 'A document in which the partnership says what it will do in the next years.' },
  {
    key: 'priority',
    word: 'Priority',
    meaning: 'One thing that a plan says matters most. Below it may stand steps with dates.',
  },
  {
    key: 'promise',
    word: 'The Promise',
    meaning:
      'In 2020 Scotland promised its care experienced children and young people that they will grow up loved, safe and respected. It is to be kept by 2030.',
  },
  {
    key: 'proposed',
    word: 'Proposed',
    meaning: 'Somebody has put a milestone forward. Nobody has agreed it yet, so it is not counted.',
  },
  {
    key: 'record-number',
    word: 'Record number',
    meaning:
      'Everything that is written down here gets the next number. Nothing is ever changed or taken out without leaving a trace.',
  },
  {
    key: 'no-result',
    word: 'Result not recorded',
    meaning:
      'The time of a plan’s step has passed, and nobody has told us what came of it. That does not mean that it was not done.',
  },
  {
    key: 'review',
    word: 'Review',
    meaning: 'People look back on a time together, and say what they found. Two people are needed to close it.',
  },
  {
    key: 'rights',
    word: 'Rights',
    meaning:
      'What every child may count on, by the United Nations Convention on the Rights of the Child. Rights are under all five foundations.',
  },
  {
    key: 'scaffolding',
    word: 'Scaffolding',
    meaning:
      'One of the five foundations. Help, money and rules hold children, families and workers up, and the system answers for what it does.',
  },
  {
    key: 'step',
    word: 'Step of a plan',
    meaning: 'A task with a date in a plan. Steps are shown, and they are not counted with the milestones.',
  },
  {
    key: 'stopped',
    word: 'Stopped',
    meaning: 'The partnership will not do it any more. The page says who decided that and why.',
  },
  {
    key: 'transcribed',
    word: 'Copied from a document',
    meaning:
      'We wrote it down from an older document, so it carries the date of that document. It was not written down late.',
  },
  {
    key: 'voice',
    word: 'Voice',
    meaning: 'One of the five foundations. Children are listened to, and what they say changes what happens.',
  },
]);
