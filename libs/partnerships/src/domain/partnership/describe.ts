import { type ProposedEvent, type RecordedEvent, textOf } from '@promise/kernel';
import { type DecidedTheme, type PartnershipEvent, partnershipEventOf } from './events';

/** One sentence for the trail. Takes the events of `PARTNERSHIP_EVENT_TYPES` only. */
export function describePartnershipEvent(recorded: RecordedEvent): string {
  return sentenceFor(partnershipEventOf(recorded));
}

/** One sentence that says what happened. */
export function sentenceFor(event: PartnershipEvent): string {
  switch (event.type) {
    case 'PartnershipRegistered':
      return (
        `The partnership “${textOf(event.payload.name)}” was registered; anybody may read: ${listed(event.payload.publishes)}.` +
        (event.payload.invented === true ? ' It is invented, to show how the tracker works.' : '')
      );
    case 'PartnershipRenamed':
      return `The partnership was renamed to “${textOf(event.payload.name)}”.`;
    case 'PublicationChanged':
      return `What anybody may read was changed to: ${listed(event.payload.publishes)}.`;
    case 'PromiseStartProposed':
      return `“${event.payload.timescale.words}” was proposed as the start of the Promise work; this is our reading: ${textOf(event.payload.reason)}`;
    case 'PromiseStartProposalRetracted':
      return `The proposal that the Promise work started in “${event.payload.timescale.words}” was taken back.`;
    case 'PromiseStartDecided':
      return (
        `${textOf(event.payload.decidedBy)} decided on ${event.payload.decidedOn} that the Promise work counts from ` +
        `“${event.payload.timescale.words}”: ${textOf(event.payload.reason)}`
      );
    case 'MilestonesPromised':
      return `What the partnership promised about milestones was recorded: ${textOf(event.payload.text)}`;
    case 'MilestonesPromiseRetracted':
      return `What was recorded about promised milestones was taken back: ${textOf(event.payload.text)}`;
    case 'ThemesDecided':
      return themesSentence(event.payload.themes);
    case 'RetentionDecided':
      return (
        `It was decided that people’s accounts are deleted ${months(event.payload.accountMonths)} after their last role ` +
        `ended: ${textOf(event.payload.reason)}`
      );
  }
}

/** What somebody proposed to record, in plain English. */
export function describeProposedPartnershipEvent(proposed: ProposedEvent): string {
  const event = proposed as unknown as PartnershipEvent;
  if (event.type !== 'PromiseStartDecided') return `It was proposed to record ${event.type}.`;
  const { timescale, reason, decidedBy } = event.payload;
  return (
    `It was proposed that the Promise work counts from “${timescale.words}”. Reason: ${textOf(reason)} ` +
    `Decided by ${textOf(decidedBy)}.`
  );
}

function listed(publishes: readonly string[]): string {
  return publishes.length === 0 ? 'nothing' : publishes.join(' and ');
}

function themesSentence(themes: readonly DecidedTheme[]): string {
  if (themes.length === 0) return 'The partnership decided that it has no themes of its own.';
  return `The partnership decided on its own themes: ${themes.map(themeInWords).join('; ')}.`;
}

function themeInWords({ title, primary, also }: DecidedTheme): string {
  const where = primary === null ? 'not mapped' : [primary, ...also].join(', ');
  return `“${textOf(title)}” (${where})`;
}

function months(count: number): string {
  return count === 1 ? '1 month' : `${count} months`;
}
