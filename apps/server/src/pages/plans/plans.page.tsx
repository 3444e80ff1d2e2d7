import type { PlanView } from '@promise/plans';
import { dateOfDocument } from '../frame/dates';
import type { Page } from '../frame/page';
import { CiteView, DayForm } from '../frame/parts';
import { linkTo, type View } from '../frame/view';
import { planWords } from './words';

const words = planWords();

/** The plans of the partnership. */
export function plansPage(plans: readonly PlanView[], base: string, view: View): Page {
  return {
    title: words.title,
    here: 'plans',
    ...(view.shown ? { view: view.shown } : {}),
    content: (
      <>
        <h1>{words.title}</h1>
        <p>{plans.length === 0 ? words.none : words.intro}</p>
        <ul class="pt-cards">
          {plans.map(({ id, title, period, document }) => (
            <li key={id}>
              <h2>
                <a href={linkTo(view, `${base}/plans/${id}`)}>{title}</a>
              </h2>
              <p>
                {words.period}: {period}
              </p>
              <p class="pt-quiet">{words.published(document.publisher, dateOfDocument(document.date))}</p>
            </li>
          ))}
        </ul>
        <DayForm view={view} />
        <CiteView view={view} />
      </>
    ),
  };
}
