import type { VNode } from 'preact';
import { dayInWords } from '../frame/dates';
import { listed } from '../frame/messages';
import { type Looking, ResultLink } from '../record/offered/plan-links';
import { StatusIcon } from '../timeline-picture';
import { kindOf } from '../timeline-picture/view/kind-of';
import { statusWords } from '../timeline-picture/words';
import { anchorOf } from './anchors';
import type { StepShown } from './plan-view';
import { planWords } from './words';
import { TableHead } from '../frame/parts';

const words = planWords();

interface Props extends Looking {
  readonly title: string;
  readonly steps: readonly StepShown[];
}

/** The steps of one priority, with leads and times as written. */
export function StepTable({ title, steps, ...looking }: Props): VNode {
  return (
    <table class="pt-table">
      <caption class="visually-hidden">{words.stepsOf(title)}</caption>
      <TableHead columns={[words.step, words.leads, words.when, words.result]} />
      <tbody>
        {steps.map((step) => (
          <tr key={step.id} id={anchorOf('step', step.id)}>
            <th scope="row">
              {step.title}
              {step.reading ? (
                <span class="pt-table__more">
                  {words.reading} {step.reading.reason}
                </span>
              ) : null}
              <span class="pt-table__more">{step.citation.place}</span>
            </th>
            <td data-label={words.leads}>{step.leads.length > 0 ? listed(step.leads) : words.noLead}</td>
            <td data-label={words.when}>{step.timescale?.words ?? words.noWhen}</td>
            <td data-label={words.result}>
              <Result step={step} />
              <ResultLink {...looking} line={step} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Result({ step }: { readonly step: StepShown }): VNode {
  const kind = kindOf({ status: step.status, moved: false });
  const { result } = step;
  return (
    <>
      <StatusIcon kind={kind} /> {statusWords()[kind]}
      {result === null ? null : (
        <span class="pt-table__more">
          {words.resultOn(dayInWords(result.when), result.byWhoseWord)} {result.note ?? ''}
        </span>
      )}
    </>
  );
}
