import { messages } from '../frame/messages';

export const settingsWords = messages({
  title: 'Settings',
  intro:
    'What this partnership has said of itself. Each change stands in the trail, and nothing is ever taken out of the record.',
  change: 'Change',
  decide: 'Decide',
  map: 'Say where it belongs',
  notDecided: 'Not decided yet',
  name: 'Name',
  address: 'Short name in addresses',
  publishes: 'What anybody may read',
  publishesNothing: 'Nothing: only people with a role here may read.',
  published: { timeline: 'The timeline and the front page', plans: 'The plans' },
  start: 'Start of the Promise work',
  ourReading: (words: string) => `${words}, by our reading of the plans. The partnership has not decided yet.`,
  decidedBy: (words: string, body: string, day: string) => `${words}, decided by ${body} on ${day}.`,
  themes: 'Our own themes',
  noThemes: 'None',
  notMapped: 'not mapped to a foundation yet',
  retention: 'How long we keep accounts',
  retentionNone: 'Not decided yet. Until then nobody’s account is deleted.',
  retentionIs: (time: string) => `${time} after somebody’s last role has ended`,
  months: (count: number) =>
    count % 12 === 0
      ? `${count / 12} ${count === 12 ? 'year' : 'years'}`
      : `${count} ${count === 1 ? 'month' : 'months'}`,
  next: 'What next',
  invite: 'Invite people and give them roles',
  import: 'Import a plan',
  propose: 'A development worker records what you promise',
  proposeWhy: 'Give somebody that role. They put milestones forward under “My work”.',
});

export const setUpWords = messages({
  title: 'Set up your partnership',
  intro: 'It takes a name to begin. All else can be said later, and all but the short name can be changed.',
  nameLabel: 'What is your partnership called?',
  nameHint: 'Such as “North Lanarkshire Children’s Services Partnership”.',
  publishesLabel: 'What may anybody read without signing in?',
  publishesHint: 'Tick nothing to keep all of it to people with a role here.',
  address: (id: string) => `Its short name in addresses is “${id}”, for good.`,
});

export const changeWords = messages({
  nameTitle: 'Change the name of the partnership',
  publicationTitle: 'Change what anybody may read',
  themesTitle: 'Decide on your own themes',
  themesIntro:
    'Your plan may have themes of its own beside the five foundations. Each of them can belong to some of those.',
  themesLabel: 'What are your themes called?',
  themesHint: 'One on each line. Without any, you have none of your own.',
  themesKept: 'A theme whose name stays as it is stays where it belongs. To change a name, go back and open the theme.',
  themeTitle: 'Say where a theme belongs',
  titleLabel: 'What is the theme called?',
  primaryLabel: 'To which foundation does it belong first of all?',
  primaryNone: 'To none yet',
  alsoLabel: 'To which others does it belong?',
  reasonLabel: 'Why does it belong there?',
  reasonHint: 'You can leave this out for a theme that belongs to none yet.',
  retentionTitle: 'Decide how long accounts are kept',
  retentionIntro:
    'An account is a person’s name, how they sign in and their tokens. It is deleted so long after their last role here ' +
    'has ended. Where they have roles elsewhere too, it stays until every partnership’s time is over. What they recorded ' +
    'stays in the record, under a number that then stands for nobody.',
  retentionLabel: 'How long after somebody’s last role has ended?',
  retentionReason: 'Why for so long?',
});
