import { FOUNDATIONS_AND_RIGHTS } from '@promise/kernel';
import { type FilePayload, type HappenedEvent, HORIZONS, TOLD_STATES, type YoungPeopleToldPayload } from './events';
import {
  anyOf,
  bytes,
  day,
  eachOnce,
  group,
  matching,
  oneOf,
  optional,
  type Reader,
  type Shape,
  someOf,
  text,
  timescale,
  title,
  webAddress,
  words,
} from './readers';

/** What the tracker itself adds to an event and nobody can give or correct. */
type OwnFields = 'milestone' | 'from' | 'move';

/** How the fields of each event are read from what a person gave, in its command or in a correction of it. */
export type Shapes = {
  readonly [Event in HappenedEvent as Event['type']]: Shape<Omit<Event['payload'], OwnFields>>;
};

const foundation = oneOf(FOUNDATIONS_AND_RIGHTS);

const file: Reader<FilePayload> = group<FilePayload>({
  id: words,
  name: text,
  mediaType: matching(/^[\w.+-]+\/[\w.+-]+$/, 'a-media-type', 'a media type is needed here, such as application/pdf'),
  size: bytes,
  sha256: matching(/^[0-9a-f]{64}$/, 'a-sha256', 'a SHA-256 is 64 hexadecimal digits in lower case'),
});

const told = group<YoungPeopleToldPayload>({
  state: oneOf(TOLD_STATES),
  when: optional(day),
  how: optional(text),
});

const youngPeopleTold: Reader<YoungPeopleToldPayload> = (given, field) =>
  told(typeof given === 'boolean' ? { state: given ? 'told' : 'not-yet' } : given, field);

export const SHAPES: Shapes = {
  MilestoneProposed: {
    title,
    foundation,
    alsoServes: eachOnce(anyOf(foundation)),
    horizon: oneOf(HORIZONS),
    parent: optional(words),
    timescale,
    leads: someOf(title),
    priorities: anyOf(words),
    successStatement: optional(text),
    citation: optional(group({ document: text, place: text })),
  },
  MilestoneAgreed: { body: text, date: day },
  MilestoneStarted: {},
  ProgressReported: { rating: text, narrative: text, reportedBy: optional(text) },
  MilestoneTimescaleRevised: {
    timescale,
    reason: text,
    decidedBy: text,
    decidedOn: day,
    youngPeopleTold,
  },
  YoungPeopleTold: { when: day, how: text },
  EvidenceAttached: { shows: text, link: optional(webAddress), file: optional(file) },
  MilestoneAchieved: { date: day, evidence: someOf(words), differenceMade: text },
  MilestoneReopened: { reason: text },
  MilestoneWithdrawn: { reason: text, decidedBy: text, decidedOn: optional(day) },
  LeadsChanged: { leads: someOf(title), reason: optional(text) },
};
