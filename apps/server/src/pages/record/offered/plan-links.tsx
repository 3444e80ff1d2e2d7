import { mayDo, type Person } from '@promise/identity';
import type { VNode } from 'preact';
import { offeredWords } from './words';

/** Who looks at a plan, and where its partnership's pages are. */
export interface Looking {
  readonly base: string;
  /** Absent where nothing can be recorded: nobody is signed in, or another day is looked at. */
  readonly person: Person | undefined;
}

interface Line {
  readonly id: string;
  readonly title: string;
}

/** To record a milestone from a line of a plan. */
export function ProposeLink({ base, person, line }: Looking & { readonly line: Line }): VNode | null {
  if (!person || !mayDo('milestone.propose', person.roles)) return null;
  const href = `${base}/milestones/new?priority=${encodeURIComponent(line.id)}`;
  return <LineLink href={href} text={offeredWords().propose} line={line} />;
}

/** To record what came of a step. */
export function ResultLink({ base, person, line }: Looking & { readonly line: Line }): VNode | null {
  if (!person || !mayDo('step.record-result', person.roles)) return null;
  const href = `${base}/steps/${encodeURIComponent(line.id)}/record-result`;
  return <LineLink href={href} text={offeredWords().result} line={line} />;
}

function LineLink({ href, text, line }: { readonly href: string; readonly text: string; readonly line: Line }): VNode {
  return (
    <p class="pt-no-print">
      <a href={href}>
        {text}
        <span class="visually-hidden">: {line.title}</span>
      </a>
    </p>
  );
}
