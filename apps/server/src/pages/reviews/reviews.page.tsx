import { mayDo, type Person } from '@promise/identity';
import type { ReviewView } from '@promise/reviews';
import type { VNode } from 'preact';
import { dayInWords } from '../frame/dates';
import type { Page } from '../frame/page';
import { reviewsWords } from './words';

const words = reviewsWords();

interface Facts {
  readonly base: string;
  readonly person: Person | undefined;
  readonly reviews: readonly ReviewView[];
}

/** The reviews of the partnership: those that are open, and those that are closed. */
export function reviewsPage({ base, person, reviews }: Facts): Page {
  const opens = person !== undefined && mayDo('review.open', person.roles);
  return {
    title: words.title,
    here: 'reviews',
    content: (
      <>
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
        {reviews.length === 0 ? <p>{opens ? `${words.none} ${words.noneNext}` : words.none}</p> : null}
        {opens ? (
          <p>
            <a class="ds_button" href={`${base}/reviews/new`}>
              {words.openOne}
            </a>
          </p>
        ) : null}
        {reviews.length === 0 ? null : <Groups base={base} reviews={reviews} />}
      </>
    ),
  };
}

function Groups({ base, reviews }: Omit<Facts, 'person'>): VNode {
  const [open, closed] = [reviews.filter((each) => !each.closed), reviews.filter((each) => each.closed)];
  return (
    <>
      <Group id="open" title={words.open} none={words.openNone} base={base} reviews={open} />
      <Group id="closed" title={words.closed} none={words.closedNone} base={base} reviews={closed} />
    </>
  );
}

interface GroupProps extends Omit<Facts, 'person'> {
  readonly id: string;
  readonly title: string;
  readonly none: string;
}

function Group({ id, title, none, base, reviews }: GroupProps): VNode {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {title} ({reviews.length})
      </h2>
      {reviews.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul class="pt-waiting">
          {reviews.map((review) => (
            <li key={review.id}>
              <p>
                <a href={`${base}/reviews/${review.id}`}>{review.title}</a>
              </p>
              <p class="pt-quiet">
                {words.kinds[review.kind]}, {words.period(dayInWords(review.from), dayInWords(review.until))}
              </p>
              <p class="pt-quiet">{stateOf(review)}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Whether it is open or closed, and since when. */
export function stateOf({ closed, openedOn }: ReviewView): string {
  return closed ? words.closedOn(dayInWords(closed.on)) : words.openedOn(dayInWords(openedOn));
}
