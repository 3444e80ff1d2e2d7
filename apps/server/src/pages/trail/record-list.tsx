import { holdsText } from '@promise/kernel';
import type { TrailEntry } from '@promise/trail';
import type { VNode } from 'preact';
import { dateOfDocument, dayInWords, momentInWords } from '../frame/dates';
import { roleWords } from '../frame/words';
import { daysSpelt } from '../frame/parts';
import type { Named } from '../milestone/milestone-view';
import { eraseWords } from '../record/erase/words';
import { trailWords } from './words';

const words = trailWords();

interface Props {
  readonly entries: readonly TrailEntry[];
  /** The page of what an entry is about, where it is not the page that shows the records. */
  readonly aboutOf?: (entry: TrailEntry) => Named | null;
  /** Where records can be erased, `/p/{partnership}/records`; absent for who may not. */
  readonly eraseAt?: string | undefined;
}

/** Records in the order of their numbers: what, when it was so, when recorded, by whom, why, on what ground. */
export function RecordList({ entries, aboutOf, eraseAt }: Props): VNode {
  return (
    <ol class="pt-history">
      {entries.map((entry) => (
        <li key={entry.event} id={`record-${entry.recordNumber}`}>
          <p class="pt-quiet">
            <a href={`#record-${entry.recordNumber}`}>{words.record(entry.recordNumber)}</a> · {whenAndWho(entry)}
          </p>
          <p>{daysSpelt(entry.what, dayInWords)}</p>
          <Ground entry={entry} />
          <About about={aboutOf?.(entry) ?? null} />
          <Details entry={entry} eraseAt={eraseAt} />
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
    return <p class="pt-quiet">{words.transcribed(basis.document, dateOfDocument(basis.documentDate))}</p>;
  return late ? <p class="pt-quiet">{words.late}</p> : null;
}

function About({ about }: { readonly about: Named | null }): VNode | null {
  if (about === null) return null;
  return (
    <p>
      {words.about} <a href={about.href}>{about.title}</a>
    </p>
  );
}

function Details({ entry, eraseAt }: { readonly entry: TrailEntry } & Pick<Props, 'eraseAt'>): VNode {
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
      {eraseAt !== undefined && hasText(entry) ? (
        <p>
          <a href={`${eraseAt}/${entry.event}/erase`}>{eraseWords().link}</a>
        </p>
      ) : null}
    </details>
  );
}

/** Why something was erased is no text that can be erased in turn. */
function hasText({ type, payload }: TrailEntry): boolean {
  return type !== 'TextErased' && holdsText(payload);
}
