import type { PartnershipView, ThemeView } from '@promise/partnerships';
import type { ComponentChildren, VNode } from 'preact';
import { dayInWords } from '../frame/dates';
import type { Page } from '../frame/page';
import { foundationsOf } from './foundations-of';
import { settingsWords } from './words';

const words = settingsWords();

/** What a partnership has said of itself, each with the way to change it. */
export function settingsPage(view: PartnershipView): Page {
  const base = `/p/${view.partnership}`;
  return {
    title: words.title,
    here: 'settings',
    content: (
      <>
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
        <dl class="ds_summary-list">
          <Row question={words.name} href={`${base}/settings/name`}>
            {view.name}
          </Row>
          <Row question={words.address}>{view.partnership}</Row>
          <Row question={words.publishes} href={`${base}/settings/publication`}>
            <Published {...view} />
          </Row>
          <Row question={words.start} href={`${base}/promise-start`} isOpen={view.promiseStart?.standing !== 'decided'}>
            {startInWords(view)}
          </Row>
          <Row question={words.themes} href={`${base}/settings/themes`} isOpen={view.themes.length === 0}>
            <Themes themes={view.themes} base={base} />
          </Row>
          <Row question={words.retention} href={`${base}/settings/retention`} isOpen={view.retention === null}>
            {view.retention === null
              ? words.retentionNone
              : words.retentionIs(words.months(view.retention.accountMonths))}
          </Row>
        </dl>
        <Next base={base} />
      </>
    ),
  };
}

interface RowProps {
  readonly question: string;
  /** Where it is changed; absent for what stays for good. */
  readonly href?: string;
  /** Nothing is decided yet. */
  readonly isOpen?: boolean;
  readonly children: ComponentChildren;
}

function Row({ question, href, isOpen = false, children }: RowProps): VNode {
  return (
    <div class="ds_summary-list__item">
      <dt class="ds_summary-list__key">{question}</dt>
      <dd class="ds_summary-list__value">{children}</dd>
      {href === undefined ? null : (
        <dd class="ds_summary-list__actions">
          <a href={href}>
            {isOpen ? words.decide : words.change}
            <span class="visually-hidden"> {question}</span>
          </a>
        </dd>
      )}
    </div>
  );
}

function Published({ publishes }: Pick<PartnershipView, 'publishes'>): VNode {
  if (publishes.length === 0) return <>{words.publishesNothing}</>;
  return (
    <ul>
      {publishes.map((each) => (
        <li key={each}>{words.published[each]}</li>
      ))}
    </ul>
  );
}

function startInWords({ promiseStart }: PartnershipView): string {
  if (!promiseStart) return words.notDecided;
  const { timescale, decidedBy, decidedOn } = promiseStart;
  if (!decidedBy || !decidedOn) return words.ourReading(timescale.words);
  return words.decidedBy(timescale.words, decidedBy, dayInWords(decidedOn));
}

function Themes({ themes, base }: { readonly themes: readonly ThemeView[]; readonly base: string }): VNode {
  if (themes.length === 0) return <>{words.noThemes}</>;
  return (
    <ul>
      {themes.map((theme) => (
        <li key={theme.key}>
          {theme.title}: {foundationsOf(theme)}.{' '}
          <a href={`${base}/settings/themes/${theme.key}`}>
            {theme.primary === null ? words.map : words.change}
            <span class="visually-hidden"> {theme.title}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function Next({ base }: { readonly base: string }): VNode {
  return (
    <>
      <h2>{words.next}</h2>
      <ul>
        <li>
          <a href={`${base}/people`}>{words.invite}</a>
        </li>
        <li>
          <a href={`${base}/import`}>{words.import}</a>
        </li>
        <li>
          {words.propose}. {words.proposeWhy}
        </li>
      </ul>
    </>
  );
}
