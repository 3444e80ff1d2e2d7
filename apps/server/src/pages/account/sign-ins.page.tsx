import type { KnownToken, OpenSession } from '@promise/identity';
import type { VNode } from 'preact';
import { momentInWords } from '../frame/dates';
import type { FilledForm } from '../frame/forms/filled-form';
import { ErrorSummary, Form, Submit } from '../frame/forms/form';
import type { FormError } from '../frame/forms/form-errors';
import type { Page } from '../frame/page';
import { OwnData } from './own-data';
import { PasswordSection } from './password';
import { SecondFactorSection } from './second-factor';
import { TokenForm, TokenTable } from './tokens';
import { accountWords } from './words';
import { TableHead } from '../frame/parts';

const words = accountWords();

export interface SignInsView {
  readonly sessions: readonly OpenSession[];
  readonly tokens: readonly KnownToken[];
  /** Whether they sign in by a password of this tracker. */
  readonly hasPassword: boolean;
  /** How many are left; null where the second factor is off. */
  readonly recoveryCodes: number | null;
  /** By which an administrator of another partnership finds them; null where they have no account of their own. */
  readonly code: string | null;
  /** The token of this browser's session. */
  readonly session: string;
  readonly csrf: string;
  readonly form: FilledForm;
  readonly errors: readonly FormError[];
  readonly notice?: string | undefined;
}

/** Where somebody is signed in, and by which tokens programs act for them. */
export function signInsPage(view: SignInsView): Page {
  const { sessions, tokens, hasPassword, session, csrf, form, errors, notice } = view;
  return {
    title: words.signInsTitle,
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    ...(notice === undefined ? {} : { notice }),
    content: (
      <>
        <ErrorSummary errors={errors} />
        <h1>{words.signInsTitle}</h1>
        <p>{words.signInsIntro}</p>
        <SessionTable sessions={sessions} session={session} />
        {sessions.length > 1 ? (
          <Form action="/sign-ins/end-others" csrf={csrf}>
            <Submit secondary>{words.endOthers}</Submit>
          </Form>
        ) : null}
        {hasPassword ? <PasswordSection {...view} /> : null}
        {hasPassword ? <SecondFactorSection {...view} /> : null}
        <h2>{words.tokensTitle}</h2>
        <p>{words.tokensIntro}</p>
        {tokens.length > 0 ? <TokenTable tokens={tokens} csrf={csrf} /> : null}
        <TokenForm csrf={csrf} form={form} errors={errors} />
        {view.code === null ? null : <Code code={view.code} />}
        <OwnData />
      </>
    ),
  };
}

function Code({ code }: { readonly code: string }): VNode {
  return (
    <>
      <h2>{words.codeTitle}</h2>
      <p>{words.codeIntro}</p>
      <p class="pt-secret">{code}</p>
    </>
  );
}

function SessionTable({ sessions, session }: Pick<SignInsView, 'sessions' | 'session'>): VNode {
  return (
    <table class="pt-table">
      <TableHead columns={[words.since, words.lastUsed]} />
      <tbody>
        {sessions.map((each, n) => (
          <tr key={n}>
            <td data-label={words.since}>
              {momentInWords(each.signedInAt)} {each.is(session) ? `(${words.here})` : ''}
            </td>
            <td data-label={words.lastUsed}>{momentInWords(each.lastUsedAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
