import type { ProposalView } from '@promise/approvals';
import type { Person } from '@promise/identity';
import type { VNode } from 'preact';
import { momentInWords } from '../frame/dates';
import { roleWords } from '../frame/words';
import { approvalsWords } from './words';

const words = approvalsWords();

/** “Stop a milestone: Brothers and sisters live together” */
export function nameOf({ change, about }: ProposalView, titles: ReadonlyMap<string, string>): string {
  const title = titles.get(about.id);
  return title === undefined ? changeName(change) : `${changeName(change)}: ${title}`;
}

/** What kind of change it is. */
export function changeName(change: string): string {
  const names: Readonly<Record<string, string>> = words.changes;
  return names[change] ?? words.otherChange;
}

/** “Proposed by a development worker, 3 May 2026 at 10:12” */
export function ProposedLine({
  proposal: { proposedBy, proposedAt },
  person,
}: {
  readonly proposal: ProposalView;
  readonly person: Person | undefined;
}): VNode {
  const moment = momentInWords(proposedAt);
  const own = person?.id === proposedBy.id;
  return (
    <p class="pt-quiet">{own ? words.proposedByYou(moment) : words.proposed(roleName(proposedBy.role), moment)}</p>
  );
}

/** Who settled it, and when; nothing while it waits. */
export function SettledLine({ proposal: { standing, settled } }: { readonly proposal: ProposalView }): VNode | null {
  if (!settled) return null;
  const said = words.settledBy(words.standing[standing], roleName(settled.by.role), momentInWords(settled.at));
  return <p class="pt-quiet">{said}</p>;
}

function roleName(role: string): string {
  const names: Readonly<Record<string, string>> = roleWords();
  return names[role] ?? role;
}
