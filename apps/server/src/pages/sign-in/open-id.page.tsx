import type { OpenIdProvider } from '@promise/identity';
import type { VNode } from 'preact';
import type { Page } from '../frame/page';
import { openIdWords, type WhyNot } from './open-id.words';

const STATUS: Readonly<Record<WhyNot, number>> = {
  denied: 403,
  'invalid-answer': 403,
  'unknown-state': 400,
  unreachable: 503,
  'groups-not-told': 403,
  'no-role': 403,
};

interface ChoicesProps {
  readonly providers: readonly OpenIdProvider[];
  /** Where to go afterwards. */
  readonly to: string;
  readonly unsent: string | null;
}

/** A button for each sign-in service. They are links: a form could not lead to another site under our security policy. */
export function ProviderChoices({ providers, to, unsent }: ChoicesProps): VNode {
  const words = openIdWords();
  return (
    <>
      <h2>{words.title}</h2>
      {unsent === null ? null : <p>{words.notCarried}</p>}
      <ul class="pt-buttons">
        {providers.map(({ id, name }) => (
          <li key={id}>
            <a class="ds_button" href={`/sign-in/with/${id}?to=${encodeURIComponent(to)}`}>
              {words.button(name)}
            </a>
          </li>
        ))}
      </ul>
      <h2>{words.byPassword}</h2>
    </>
  );
}

/** Why nobody is signed in, and what to do. */
export function notSignedInPage(why: WhyNot, provider: OpenIdProvider): Page {
  const words = openIdWords();
  const { title, next } = words.of(why);
  return {
    title,
    status: STATUS[why],
    isSecret: true,
    content: (
      <>
        <h1>{title}</h1>
        <p>{next(provider.name)}</p>
        <p>
          <a href="/sign-in">{words.again}</a>
        </p>
      </>
    ),
  };
}

/** Signed out here; at the provider somebody may still be signed in. */
export function signedOutPage(provider: OpenIdProvider | null): Page {
  const words = openIdWords();
  return {
    title: words.signedOutTitle,
    content: (
      <>
        <h1>{words.signedOutTitle}</h1>
        <p>{words.signedOut}</p>
        {provider ? (
          <>
            <p>{words.stillThere(provider.name)}</p>
            <p>
              <a class="ds_button" href={`/sign-out/with/${provider.id}`}>
                {words.signOutThere(provider.name)}
              </a>
            </p>
          </>
        ) : null}
        <p>
          <a href="/">{words.front}</a>
        </p>
      </>
    ),
  };
}

/** The provider has no place to sign out. */
export function noSignOutPage({ name }: OpenIdProvider): Page {
  const words = openIdWords();
  return {
    title: words.signedOutTitle,
    content: (
      <>
        <h1>{words.signedOutTitle}</h1>
        <p>{words.noSuchPlace(name)}</p>
      </>
    ),
  };
}
