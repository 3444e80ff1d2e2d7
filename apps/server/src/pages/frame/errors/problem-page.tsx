import type { VNode } from 'preact';
import type { ProblemDocument } from '../../../api/conventions/problem';
import { CSRF_FIELD } from '../../../sign-in/forgery';
import { NOT_FROM_HERE } from '../../../sign-in/forgery-check';
import type { Frame } from '../frame';
import type { Page } from '../page';
import { problemWords } from './words';

/** What the person had written when their sign-in ended, to be sent again. */
export interface Unsent {
  readonly action: string;
  readonly fields: readonly (readonly [string, string])[];
}

/** The page that says what went wrong, what that means, and what to do next. */
export function problemPage(problem: ProblemDocument, frame: Frame): Page {
  const words = problemWords();
  const { title, next } = problem.type === NOT_FROM_HERE ? words.forged : words.of(problem.status);
  const home = frame.partnership ? `/p/${frame.partnership.id}` : '/';
  return {
    title,
    status: problem.status,
    content: (
      <>
        <h1>{title}</h1>
        <p>{next}</p>
        <Faults problem={problem} />
        <p>
          <a href={home}>{words.home}</a>
        </p>
      </>
    ),
  };
}

/** Faults are said in words of ours; other details may quote a route or a header and help nobody here. */
function Faults({ problem }: { readonly problem: ProblemDocument }): VNode | null {
  if (!problem.errors || problem.errors.length === 0) return null;
  return (
    <ul>
      {problem.errors.map(({ field, message }) => (
        <li key={`${field} ${message}`}>
          {field}: {message}
        </li>
      ))}
    </ul>
  );
}

/** The form is of an earlier sign-in of the same browser: its person looks at it once more and sends it again. */
export function sendAgainPage({ action, fields }: Unsent, csrf: string): Page {
  const words = problemWords();
  return {
    title: words.again,
    status: 403,
    content: (
      <>
        <h1>{words.again}</h1>
        <p>{words.againNext}</p>
        <form method="post" action={action} class="pt-form">
          <input type="hidden" name={CSRF_FIELD} value={csrf} />
          {fields.map(([name, value], n) => (
            <input key={n} type="hidden" name={name} value={value} />
          ))}
          <button type="submit" class="ds_button">
            {words.sendAgain}
          </button>
        </form>
      </>
    ),
  };
}

/** The sign-in has ended while somebody was writing: nothing is lost, and nothing was recorded. */
export function signInAgainPage(unsent: Unsent, frame: Frame): Page {
  const words = problemWords();
  return {
    title: words.ended,
    status: 401,
    content: (
      <>
        <h1>{words.ended}</h1>
        <p>{words.endedNext}</p>
        <form method="post" action="/sign-in/again" class="pt-form">
          {frame.csrf === null ? null : <input type="hidden" name={CSRF_FIELD} value={frame.csrf} />}
          <input type="hidden" name="unsent" value={JSON.stringify(unsent)} />
          <button type="submit" class="ds_button">
            {words.signInAgain}
          </button>
        </form>
      </>
    ),
  };
}
