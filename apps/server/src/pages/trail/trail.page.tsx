import { ROLES } from '@promise/identity';
import { FOUNDATIONS_AND_RIGHTS } from '@promise/kernel';
import type { TrailEntry } from '@promise/trail';
import type { VNode } from 'preact';
import type { Page } from '../frame/page';
import { withQuery } from '../frame/view';
import { roleWords } from '../frame/words';
import type { Named } from '../milestone/milestone-view';
import { anchorOf } from '../plans/anchors';
import { RecordList } from './record-list';
import { trailWords } from './words';

const words = trailWords();

export interface TrailView {
  readonly path: string;
  /** Address of the partnership's pages: `/p/north-lanarkshire`. */
  readonly base: string;
  /** The filters as given, by name. */
  readonly filter: Readonly<Record<string, string>>;
  readonly entries: readonly TrailEntry[];
  readonly next: string | null;
  /** What milestones, plans and reviews are called, by id. */
  readonly titles: ReadonlyMap<string, string>;
  /** The first page is shown. */
  readonly isFirst: boolean;
  /** The number of the last record there is. */
  readonly last: number;
  readonly eraseAt: string | undefined;
}

/** The whole record, filtered by what stands in the address. */
export function trailPage(view: TrailView): Page {
  const { entries } = view;
  return {
    title: words.title,
    here: 'trail',
    content: (
      <>
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
        <Filters view={view} />
        {entries.length === 0 ? <p>{words.none}</p> : <Records view={view} />}
      </>
    ),
  };
}

function Records({ view }: { readonly view: TrailView }): VNode {
  const { entries, path, filter } = view;
  const [first, last] = [entries[0]?.recordNumber ?? 0, entries.at(-1)?.recordNumber ?? 0];
  const upTo = filter.upTo ?? String(view.last);
  const cited = withQuery(
    path,
    new URLSearchParams({ ...filter, ...(view.isFirst ? {} : { after: String(first - 1) }), upTo }),
  );
  return (
    <>
      <h2>{words.range(first, last)}</h2>
      <RecordList entries={entries} aboutOf={(entry) => aboutOf(entry, view)} eraseAt={view.eraseAt} />
      <Paging view={view} />
      <p class="pt-cite pt-no-print">
        <a href={cited}>{words.cite}</a>. {words.citeWhy(Number(upTo))}
      </p>
    </>
  );
}

function aboutOf({ concerns: { kind, id } }: TrailEntry, { base, titles }: TrailView): Named | null {
  if (kind === 'milestone') return { href: `${base}/milestones/${id}`, title: titles.get(id) ?? id };
  if (kind === 'review') return { href: `${base}/reviews/${id}`, title: titles.get(id) ?? id };
  const [plan = id] = id.split('.');
  const place = kind === 'step' || kind === 'priority' ? `#${anchorOf(kind, id)}` : kind === 'plan' ? '' : null;
  return place === null ? null : { href: `${base}/plans/${plan}${place}`, title: titles.get(plan) ?? words.plan };
}

function Paging({ view: { path, filter, next, isFirst, last } }: { readonly view: TrailView }): VNode {
  const to = (more: Readonly<Record<string, string>>): string =>
    withQuery(path, new URLSearchParams({ ...filter, ...more }));
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <nav class="pt-paging pt-no-print" aria-label={words.title}>
      {isFirst ? null : <a href={to({})}>{words.first}</a>}
      {next === null ? null : <a href={to({ after: next })}>{words.next}</a>}
      {next === null || isFiltered ? null : <a href={to({ after: String(Math.max(0, last - 50)) })}>{words.newest}</a>}
    </nav>
  );
}

function Filters({ view: { path, filter } }: { readonly view: TrailView }): VNode {
  const roles = ROLES.map((role) => [role, roleWords()[role]] as const);
  const foundations = FOUNDATIONS_AND_RIGHTS.map((key) => [key, words.foundations[key] ?? key] as const);
  return (
    <form class="pt-filters pt-no-print" method="get" action={path} aria-label={words.filters}>
      <Choice name="foundation" label={words.foundation} any={words.anything} of={foundations} filter={filter} />
      <Choice name="kind" label={words.kind} any={words.anything} of={Object.entries(words.kinds)} filter={filter} />
      <Choice name="role" label={words.role} any={words.anybody} of={roles} filter={filter} />
      {DAYS.map((name) => (
        <div key={name}>
          <label for={name}>{words[name]}</label>
          <input type="date" id={name} name={name} value={filter[name] ?? ''} />
        </div>
      ))}
      <button type="submit" class="ds_button ds_button--small">
        {words.show}
      </button>
      {Object.keys(filter).length > 0 ? <a href={path}>{words.clear}</a> : null}
    </form>
  );
}

const DAYS = ['from', 'to', 'effectiveFrom', 'effectiveTo'] as const;

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly any: string;
  readonly of: readonly (readonly [string, string])[];
  readonly filter: Readonly<Record<string, string>>;
}

function Choice({ name, label, any, of, filter }: ChoiceProps): VNode {
  return (
    <div>
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        <option value="">{any}</option>
        {of.map(([value, text]) => (
          <option key={value} value={value} selected={filter[name] === value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
