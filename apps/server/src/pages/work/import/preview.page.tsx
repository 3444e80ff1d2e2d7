import type { ImportPreview, PreviewedChange, WaitingImport } from '@promise/tracker';
import type { VNode } from 'preact';
import { Form, Submit } from '../../frame/forms/form';
import type { Page } from '../../frame/page';
import { BackLink } from '../../frame/parts';
import { importWords } from './words';

const words = importWords();

/** Says which version of the record the person was shown. */
export const SHOWN_FIELD = '_shown';

export const shownAs = ({ version }: ImportPreview): string => String(version);

interface Props {
  /** `/p/{partnership}/import` */
  readonly home: string;
  readonly csrf: string;
  readonly waiting: WaitingImport;
  readonly preview: ImportPreview;
  /** The record is no longer what the person was shown. */
  readonly changed?: boolean;
}

/** What a file would change, and what it would leave alone; the button imports just that. */
export function previewPage(props: Props): Page {
  const { preview, home, waiting, csrf, changed = false } = props;
  const happened = changed ? CHANGED : happenedTo(waiting);
  const title = happened?.title ?? words.preview;
  return {
    title,
    here: 'import',
    status: changed ? 409 : 200,
    content: (
      <>
        <BackLink href={home}>{words.again}</BackLink>
        <h1>{title}</h1>
        {happened ? (
          <div class="pt-changed">
            <p>{happened.text}</p>
          </div>
        ) : null}
        <About {...props} />
        <Changes preview={preview} />
        <Untouched preview={preview} />
        {preview.changes.length === 0 ? null : (
          <Form action={`${home}/${waiting.job.id}`} csrf={csrf}>
            <input type="hidden" name={SHOWN_FIELD} value={shownAs(preview)} />
            <Submit>{words.confirm}</Submit>
          </Form>
        )}
      </>
    ),
  };
}

interface Happened {
  readonly title: string;
  readonly text: string;
}

const CHANGED: Happened = { title: words.changedTitle, text: words.changed };
const BROKEN_OFF: Happened = { title: words.brokenOffTitle, text: words.brokenOff };
const TOO_LARGE: Happened = { title: words.faultTitle, text: words.tooMuch };
const FAULT: Happened = { title: words.faultTitle, text: words.fault };

/** What came of it when it was begun before. */
function happenedTo({ job }: WaitingImport): Happened | null {
  if (job.state === 'broken-off') return BROKEN_OFF;
  switch (job.reason) {
    case 'changed':
      return CHANGED;
    case 'too-large':
      return TOO_LARGE;
    case 'stopped':
      return BROKEN_OFF;
    case 'fault':
      return FAULT;
    case null:
      return null;
  }
}

function About({ preview, waiting }: Props): VNode {
  const { name, content } = waiting.file;
  const { kind, title, changes } = preview;
  return (
    <>
      <dl class="pt-facts">
        <dt>{kind === 'plan' ? words.planKind : words.partnershipKind}</dt>
        <dd>{title}</dd>
        <dt>{words.file}</dt>
        <dd class="pt-file-name">
          {name}, {words.size(content.length)}
        </dd>
      </dl>
      <p class="pt-lead">
        {changes.length === 0 ? words.nothing : `${words.wouldRecord(changes.length)} ${words.nothingYet}`}
      </p>
    </>
  );
}

function Changes({ preview: { changes } }: { readonly preview: ImportPreview }): VNode {
  const sorts: readonly PreviewedChange['sort'][] = ['new', 'changed', 'taken-back'];
  return (
    <>
      {sorts.map((sort) => (
        <Sentences
          key={sort}
          title={words.counts[sort]}
          sentences={changes.filter((change) => change.sort === sort).map(({ sentence }) => sentence)}
        />
      ))}
    </>
  );
}

function Untouched({ preview: { kept, same } }: { readonly preview: ImportPreview }): VNode {
  return (
    <>
      <Sentences title={words.kept} intro={words.keptWhy} sentences={kept.map(({ reason }) => reason)} />
      {same === null || same === 0 ? null : (
        <>
          <h2>{words.same}</h2>
          <p>{words.sameCount(same)}</p>
        </>
      )}
    </>
  );
}

interface SentencesProps {
  readonly title: string;
  readonly intro?: string;
  readonly sentences: readonly string[];
}

function Sentences({ title, intro, sentences }: SentencesProps): VNode | null {
  if (sentences.length === 0) return null;
  return (
    <>
      <h2>
        {title} ({sentences.length})
      </h2>
      {intro === undefined ? null : <p>{intro}</p>}
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}
