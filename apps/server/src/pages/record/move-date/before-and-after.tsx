import { describeTimescale, type Timescale } from '@promise/kernel';
import type { VNode } from 'preact';
import { dateAnswer } from '../../frame/forms/date-words';
import type { FilledForm } from '../../frame/forms/filled-form';
import { moveWords } from './words';

/** The date as planned until now and as it will be, side by side. */
export function BeforeAndAfter({ planned, form }: { readonly planned: Timescale; readonly form: FilledForm }): VNode {
  const words = moveWords();
  const answer = dateAnswer(form, 'timescale');
  return (
    <div class="pt-before-after" role="group" aria-label={words.beforeAndAfter}>
      <Side title={words.before} timescale={planned} />
      {answer.ok ? <Side title={words.after} timescale={answer.timescale} /> : null}
    </div>
  );
}

function Side({ title, timescale }: { readonly title: string; readonly timescale: Timescale }): VNode {
  const meaning = describeTimescale(timescale);
  const saysTheSame = meaning.replace(/^(in|on) /, '') === timescale.words;
  return (
    <div>
      <p class="pt-quiet">{title}</p>
      <p>
        <strong>{timescale.words}</strong>
      </p>
      {saysTheSame ? null : <p class="pt-quiet">{meaning}</p>}
    </div>
  );
}
