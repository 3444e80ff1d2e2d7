import type { TrailEntry } from '@promise/trail';
import type { VNode } from 'preact';
import { dayInWords, momentInWords } from '../frame/dates';
import { roleWords } from '../frame/words';
import { trailWords } from './words';

const words = trailWords();

interface Props {
  readonly entries: readonly TrailEntry[];
  /** Address of the page of what an entry is about, or null. */
  readonly linkOf?: (entry: TrailEntry) => string | null;
}

/** Records in the order of their numbers: what, when it was so, when recorded, by whom, why, on what ground. */
export function RecordList({ entries, linkOf }: Props): VNode {
  return (
    <ol class="pt-history">
      {entries.map((entry) => (
        <li key={entry.event} id={`record-${entry.recordNumber}`}>
          <p class="pt-quiet">
            <a href={`#record-${entry.recordNumber}`}>{words.record(entry.recordNumber)}</a> · {whenAndWho(entry)}
          </p>
          <p>{entry.what}</p>
          <Ground entry={entry} />
          <About href={linkOf?.(entry) ?? null} kind={entry.concerns.kind} />
          <Details entry={entry} />
        </li>
      ))}
    </ol>
  );
}

function whenAndWho({ effectiveOn, recordedAt, who }: TrailEntry): string {
  const role = (roleWords() as Readonly<Record<string, string>>)[who.role] ?? who.role;
  return `${words.soOn(dayInWords(effectiveOn))}, ${words.recorded(momentInWords(recordedAt))} ${words.by(role)}`;
}

function Ground({ entry: { basis, late } }: { readonly entry: TrailEntry }): VNode | null {
  if (basis.kind === 'transcribed')
    return <p class="pt-quiet">{words.transcribed(basis.document, basis.documentDate)}</p>;
  return late ? <p class="pt-quiet">{words.late}</p> : null;
}

function About({ href, kind }: { readonly href: string | null; readonly kind: string }): VNode | null {
  const text = words.about[kind];
  if (href === null || text === undefined) return null;
  return (
    <p>
      <a href={href}>{text}</a>
    </p>
  );
}

function Details({ entry }: { readonly entry: TrailEntry }): VNode {
  return (
    <details class="pt-details pt-no-print">
      <summary>
        {words.details}
        <span class="visually-hidden">: {words.record(entry.recordNumber)}</span>
      </summary>
      <dl class="pt-facts">
        <dt>{words.event}</dt>
        <dd>
          {entry.type}, <code>{entry.event}</code>
        </dd>
        <dt>{words.person}</dt>
        <dd>
          <code>{entry.who.id}</code>
        </dd>
        <dt>{words.command}</dt>
        <dd>
          <code>{entry.commandId}</code>
        </dd>
      </dl>
      <pre class="pt-payload" tabindex={0} aria-label={words.details}>
        {JSON.stringify(entry.payload, null, 2)}
      </pre>
    </details>
  );
}
