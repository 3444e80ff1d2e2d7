import type { OpenSession } from '@promise/identity';
import { momentInWords } from '../frame/dates';
import { Form, Submit } from '../frame/forms/form';
import type { Page } from '../frame/page';
import { accountWords } from './words';

const words = accountWords();

/** Where somebody is signed in, and the way to end it everywhere else. */
export function signInsPage(sessions: readonly OpenSession[], token: string, csrf: string, notice: boolean): Page {
  return {
    title: words.signInsTitle,
    ...(notice ? { notice: words.others } : {}),
    content: (
      <>
        <h1>{words.signInsTitle}</h1>
        <p>{words.signInsIntro}</p>
        <table class="pt-table">
          <thead>
            <tr>
              <th scope="col">{words.since}</th>
              <th scope="col">{words.lastUsed}</th>
            </tr>
          </thead>
          <tbody>
            {sessions.map((session, n) => (
              <tr key={n}>
                <td>
                  {momentInWords(session.signedInAt)} {session.is(token) ? `(${words.here})` : ''}
                </td>
                <td>{momentInWords(session.lastUsedAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {sessions.length > 1 ? (
          <Form action="/sign-ins/end-others" csrf={csrf}>
            <Submit secondary>{words.endOthers}</Submit>
          </Form>
        ) : null}
      </>
    ),
  };
}
