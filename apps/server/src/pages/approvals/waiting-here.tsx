import type { ProposalView } from '@promise/approvals';
import { mayDo, type Person } from '@promise/identity';
import type { VNode } from 'preact';
import { approvalsWords } from './words';

interface Props {
  readonly proposals: readonly ProposalView[];
  readonly base: string;
  readonly person: Person | undefined;
}

/** What waits for a second person about the thing that a page shows; nothing for who may not see it. */
export function WaitingHere({ proposals, base, person }: Props): VNode | null {
  if (proposals.length === 0 || !person || !mayDo('approvals.read', person.roles)) return null;
  return (
    <section class="pt-changed" aria-labelledby="waiting-here">
      <h2 id="waiting-here">{approvalsWords().waitingHere}</h2>
      <ul>
        {proposals.map(({ id, what }) => (
          <li key={id}>
            <a href={`${base}/approvals/${id}`}>{what}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
