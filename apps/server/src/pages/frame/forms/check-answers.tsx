import type { VNode } from 'preact';
import { formWords } from './words';

export interface Answer {
  readonly question: string;
  /** What was answered, as it will be recorded; empty for nothing. */
  readonly answer: string | readonly string[];
  /** The field to go back to; null where it cannot be changed. */
  readonly field: string | null;
}

interface Props {
  readonly answers: readonly Answer[];
  /** Name of the button that goes back: the form is sent with `_back=<field>`, and nothing typed is lost. */
  readonly backField?: string;
}

export const BACK_FIELD = '_back';

/** What was answered, to be checked before it is recorded. Stands inside the form that carries the answers. */
export function CheckAnswers({ answers, backField = BACK_FIELD }: Props): VNode {
  const words = formWords();
  return (
    <dl class="ds_summary-list">
      {answers.map(({ question, answer, field }) => (
        <div key={question} class="ds_summary-list__item">
          <dt class="ds_summary-list__key">{question}</dt>
          <dd class="ds_summary-list__value">
            <Value lines={[answer].flat().filter((line) => line !== '')} />
          </dd>
          {field === null ? null : (
            <dd class="ds_summary-list__actions">
              <button type="submit" class="pt-link-button" name={backField} value={field}>
                {words.change}
                <span class="visually-hidden"> {question}</span>
              </button>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

function Value({ lines }: { readonly lines: readonly string[] }): VNode {
  if (lines.length === 0) return <span class="pt-quiet">{formWords().nothing}</span>;
  if (lines.length === 1) return <span class="pt-as-typed">{lines[0]}</span>;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
