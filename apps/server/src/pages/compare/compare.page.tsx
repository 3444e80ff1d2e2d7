import type { Comparison, Difference } from '@promise/timeline';
import type { VNode } from 'preact';
import { dayInWords } from '../frame/dates';
import { ErrorSummary } from '../frame/forms/form';
import type { FormError } from '../frame/forms/form-errors';
import type { Page } from '../frame/page';
import { daysSpelt } from '../frame/parts';
import { anchorOf } from '../plans/anchors';
import { compareWords } from './words';

const words = compareWords();

export interface CompareView {
  readonly base: string;
  readonly from: string;
  readonly to: string;
  readonly errors: readonly FormError[];
  /** Null until two days are chosen. */
  readonly comparison: Comparison | null;
  /** Pairs of days that are often wanted. */
  readonly ready: readonly { readonly text: string; readonly from: string; readonly to: string }[];
}

/** What changed between two days, in sentences. */
export function comparePage(view: CompareView): Page {
  const { comparison, from, to, errors } = view;
  const title = comparison ? words.titleBetween(dayInWords(from), dayInWords(to)) : words.title;
  return {
    title,
    here: 'compare',
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    content: (
      <>
        <ErrorSummary errors={errors} />
        <h1>{title}</h1>
        <Days view={view} />
        {comparison ? <Changes comparison={comparison} base={view.base} /> : null}
      </>
    ),
  };
}

function Days({ view: { base, from, to, ready } }: { readonly view: CompareView }): VNode {
  const path = `${base}/compare`;
  return (
    <div class="pt-no-print">
      <p>{words.intro}</p>
      <form class="pt-filters" method="get" action={path} aria-label={words.title}>
        <div>
          <label for="from">{words.from}</label>
          <input type="date" id="from" name="from" value={from} />
        </div>
        <div>
          <label for="to">{words.to}</label>
          <input type="date" id="to" name="to" value={to} />
        </div>
        <button type="submit" class="ds_button ds_button--small">
          {words.show}
        </button>
      </form>
      <p>{words.ready}</p>
      <ul>
        {ready.map((pair) => (
          <li key={pair.text}>
            <a href={`${path}?from=${pair.from}&to=${pair.to}`}>{pair.text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Changes({ comparison, base }: { readonly comparison: Comparison; readonly base: string }): VNode {
  const { differences, note } = comparison;
  const kinds = (['promise-start', 'milestone', 'step'] as const).filter((kind) =>
    differences.some((each) => each.kind === kind),
  );
  return (
    <>
      {note === undefined ? null : <p>{daysSpelt(note, dayInWords)}</p>}
      {kinds.length === 0 ? <p>{words.nothing}</p> : null}
      {kinds.map((kind) => (
        <OfKind key={kind} kind={kind} differences={differences.filter((each) => each.kind === kind)} base={base} />
      ))}
    </>
  );
}

interface OfKindProps {
  readonly kind: Difference['kind'];
  readonly differences: readonly Difference[];
  readonly base: string;
}

function OfKind({ kind, differences, base }: OfKindProps): VNode {
  return (
    <section aria-labelledby={kind}>
      <h2 id={kind}>{words.kinds[kind]}</h2>
      <p class="pt-quiet">{words.count(differences.length)}</p>
      <ul class="pt-changes">
        {differences.map((each) => (
          <li key={each.id}>
            <h3>{hrefOf(each, base) === null ? each.title : <a href={hrefOf(each, base) ?? ''}>{each.title}</a>}</h3>
            {said(each).map((sentence) => (
              <p key={sentence}>{daysSpelt(sentence, dayInWords)}</p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function said({ changes, sentence }: Difference): readonly string[] {
  return changes.length > 0 ? changes.map((change) => change.sentence) : [sentence];
}

function hrefOf({ kind, id, change }: Difference, base: string): string | null {
  if (change === 'gone') return null;
  if (kind === 'milestone') return `${base}/milestones/${id}`;
  return kind === 'step' ? `${base}/plans/${id.split('.')[0] ?? ''}#${anchorOf('step', id)}` : null;
}
