import type { PartnershipView } from '@promise/partnerships';
import type { VNode } from 'preact';
import type { Page } from '../frame/page';
import { privacyWords } from './words';

const words = privacyWords();

/** What a partnership keeps about people, why, how long, and how to ask for it. */
export function privacyPage({ partnership, name, retention }: PartnershipView, isSignedIn: boolean): Page {
  return {
    title: words.title,
    content: (
      <>
        <h1>{words.title}</h1>
        <p>{words.controller(name)}</p>
        <h2>{words.keptTitle}</h2>
        <Kept {...words.read} />
        <Kept {...words.account} />
        <Kept {...words.record} />
        <Kept {...words.inspector} />
        <p>{words.children}</p>
        <h2>{words.longTitle}</h2>
        <List of={[...words.long, retention ? words.months(retention.accountMonths) : words.noMonths]} />
        <h2>{words.rightsTitle}</h2>
        <List of={words.rights} />
        <p>{isSignedIn ? <Download /> : <a href={`/sign-in?to=/p/${partnership}/privacy`}>{words.signedOut}</a>}</p>
        <p>{words.ask(name)}</p>
        <p>
          {words.commissioner} <a href="https://ico.org.uk/make-a-complaint/">ico.org.uk</a>
        </p>
      </>
    ),
  };
}

interface KeptProps {
  /** About whom. */
  readonly who: string;
  readonly kept: string | readonly string[];
  readonly why?: string;
}

function Kept({ who, kept, why }: KeptProps): VNode {
  return (
    <>
      <h3>{who}</h3>
      {typeof kept === 'string' ? <p>{kept}</p> : <List of={kept} />}
      {why === undefined ? null : <p>{why}</p>}
    </>
  );
}

function List({ of }: { readonly of: readonly string[] }): VNode {
  return (
    <ul>
      {of.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );
}

function Download(): VNode {
  return (
    <a href="/api/v1/own-data" download>
      {words.download}
    </a>
  );
}
