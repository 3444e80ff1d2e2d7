import type { SmallFile } from './act';

interface ShownFile {
  readonly shows: string;
  readonly file: SmallFile;
}

const INVENTED = 'This paper is invented, to show how the tracker works.';

function note(name: string, ...lines: readonly string[]): SmallFile {
  return { name, mediaType: 'text/plain', text: `${[INVENTED, '', ...lines].join('\n')}\n` };
}

function table(name: string, ...rows: readonly string[]): SmallFile {
  return { name, mediaType: 'text/csv', text: `${[...rows, `"${INVENTED}",`].join('\r\n')}\r\n` };
}

/** Small files that are attached when a milestone is achieved, by the key of its sketch. */
export const SMALL_FILES: Readonly<Record<string, ShownFile>> = {
  'champions-board-meets': {
    shows: 'What the Champions Board decided about its own meetings',
    file: note(
      'how-we-meet.txt',
      'How we meet',
      '1. A young person is in the chair.',
      '2. Food comes first.',
      '3. No word is used that has to be explained twice.',
      '4. Every question gets an answer, and a day by which it comes.',
    ),
  },
  'plain-words-letters': {
    shows: 'One letter before and after Wee Voices had checked it',
    file: note(
      'letter-before-and-after.txt',
      'Before: "A review of your placement will be convened on the above date."',
      'After: "On Tuesday we will meet to talk about how things are at home. You can come. You can bring a friend."',
    ),
  },
  'help-within-two-weeks': {
    shows: 'How long families waited, by quarter',
    file: table('waiting-times.csv', 'quarter,heard back in two weeks', '2023 Q1,54 %', '2023 Q3,71 %', '2024 Q2,92 %'),
  },
  'first-tenancy': {
    shows: 'Where young people went when they left care, by year',
    file: table('first-homes.csv', 'year,had a home to go to', '2020/21,78 %', '2021/22,89 %', '2022/23,100 %'),
  },
  'language-guide': {
    shows: 'The first page of the language guide',
    file: note(
      'words-we-use.txt',
      'We say home. We do not say placement.',
      'We say family time. We do not say contact.',
      'We say brothers and sisters. We do not say siblings.',
    ),
  },
  'trauma-training': {
    shows: 'How many people were trained, by service',
    file: table('people-trained.csv', 'service,trained', 'Schools,412', 'Social work,138', 'Health,267', 'Police,95'),
  },
  'rights-cards': {
    shows: 'The words on the rights card',
    file: note(
      'rights-card.txt',
      'You have the right to be heard.',
      'You have the right to see your family.',
      'Ask us.',
    ),
  },
  'joint-inspection-plan': {
    shows: 'What the inspectors asked for and what was done',
    file: note('inspection-answers.txt', 'Asked: hear children more often.', 'Done: each team now has a day for it.'),
  },
};
