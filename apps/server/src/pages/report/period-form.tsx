import type { VNode } from 'preact';
import { errorOf } from '../frame/forms/form-errors';
import type { Report } from './report';
import { reportWords } from './words';

const words = reportWords();
const DAYS = ['from', 'to'] as const;

type Props = Pick<Report, 'period' | 'forWhom' | 'errors' | 'view'>;

/** The days that the report is about, and whom it is for. */
export function PeriodForm({ period, forWhom, errors, view }: Props): VNode {
  return (
    <form class="pt-filters pt-no-print" method="get" action={view.path} aria-label={words.choose}>
      {DAYS.map((name) => (
        <div key={name}>
          <label for={name}>{words[name]}</label>
          <Wrong name={name} error={errorOf(errors, name)} />
          <input type="date" id={name} name={name} value={period[name]} />
        </div>
      ))}
      <div>
        <label for="for">{words.forWhom}</label>
        <p class="pt-quiet" id="for-hint">
          {words.forWhomHint}
        </p>
        <input type="text" id="for" name="for" value={forWhom} maxlength={200} aria-describedby="for-hint" />
      </div>
      <button type="submit" class="ds_button ds_button--small">
        {words.show}
      </button>
    </form>
  );
}

function Wrong({ name, error }: { readonly name: string; readonly error: string | null }): VNode | null {
  if (error === null) return null;
  return (
    <p class="ds_question__error-message" id={`${name}-error`}>
      {error}
    </p>
  );
}
