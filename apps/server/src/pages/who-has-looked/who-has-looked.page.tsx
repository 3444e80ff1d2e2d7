import { mayDo, type Person } from '@promise/identity';
import { londonDay } from '@promise/kernel';
import type { VNode } from 'preact';
import type { ShownRead } from '../../api/inspector-reads/shown-reads';
import { dayInWords, timeInWords } from '../frame/dates';
import type { Page } from '../frame/page';
import { withQuery } from '../frame/view';
import { whatWasRead } from './what-was-read';
import { lookedWords } from './words';
import { TableHead } from '../frame/parts';

const words = lookedWords();

const FIRST_REFUSAL = 400;

export interface LookedView {
  readonly path: string;
  /** Who looks at this page. */
  readonly person: Person;
  readonly reads: readonly ShownRead[];
  readonly next: string | null;
  /** The filters as given, by name. */
  readonly filter: Readonly<Record<string, string>>;
  /** What milestones and plans are called, by id. */
  readonly titles: ReadonlyMap<string, string>;
  /** The newest are shown. */
  readonly isFirst: boolean;
}

/** What inspectors looked at, day by day, the newest first. */
export function whoHasLookedPage(view: LookedView): Page {
  const { reads, filter, person } = view;
  const none = Object.keys(filter).length > 0 || !view.isFirst ? words.noneThen : words.none;
  return {
    title: words.title,
    here: 'looked',
    content: (
      <>
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
        {mayDo('inspector-reads.read-all', person.roles) ? null : <p>{words.own}</p>}
        <Filters view={view} />
        {reads.length === 0 ? <p>{none}</p> : byDay(reads).map((each) => <Day key={each.day} {...each} view={view} />)}
        <Paging view={view} />
      </>
    ),
  };
}

interface DayOfReads {
  readonly day: string;
  readonly reads: readonly ShownRead[];
}

function byDay(reads: readonly ShownRead[]): DayOfReads[] {
  const days = [...new Set(reads.map(({ at }) => londonDay(at)))];
  return days.map((day) => ({ day, reads: reads.filter(({ at }) => londonDay(at) === day) }));
}

function Day({ day, reads, view }: DayOfReads & { readonly view: LookedView }): VNode {
  return (
    <table class="pt-table">
      <caption>{dayInWords(day)}</caption>
      <TableHead columns={[words.time, words.who, words.what]} />
      <tbody>
        {reads.map((read) => (
          <tr key={read.id}>
            <td data-label={words.time}>{timeInWords(read.at)}</td>
            <td data-label={words.who}>
              <Who read={read} view={view} />
            </td>
            <td data-label={words.what}>
              <What read={read} view={view} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface Props {
  readonly read: ShownRead;
  readonly view: LookedView;
}

function Who({ read, view: { person, path, filter } }: Props): VNode {
  const isOwn = read.person === person.id;
  const name = isOwn ? words.you : (read.name ?? words.inspector);
  if (isOwn || filter.inspector !== undefined) return <>{name}</>;
  const href = withQuery(path, new URLSearchParams({ ...filter, inspector: read.person }));
  return (
    <>
      {name} <a href={href}>{words.onlyOf(read.name ?? read.person.slice(0, 8))}</a>
    </>
  );
}

function What({ read, view: { titles } }: Props): VNode {
  const { text, href, byProgram } = whatWasRead(read.path, titles);
  const more = [
    ...(read.exported ? [words.exported] : []),
    ...(byProgram ? [words.byProgram] : []),
    ...(read.status < FIRST_REFUSAL ? [] : [words.refused]),
  ];
  return (
    <>
      {href === null ? text : <a href={href}>{text}</a>}
      {more.length > 0 ? ` (${more.join(', ')})` : null}
    </>
  );
}

function Paging({ view: { path, filter, next, isFirst } }: { readonly view: LookedView }): VNode | null {
  if (next === null && isFirst) return null;
  return (
    <nav class="pt-paging pt-no-print" aria-label={words.title}>
      {isFirst ? null : <a href={withQuery(path, new URLSearchParams(filter))}>{words.first}</a>}
      {next === null ? null : (
        <a href={withQuery(path, new URLSearchParams({ ...filter, after: next }))}>{words.next}</a>
      )}
    </nav>
  );
}

function Filters({ view: { path, filter } }: { readonly view: LookedView }): VNode {
  const { inspector, day } = filter;
  return (
    <form class="pt-filters pt-no-print" method="get" action={path} aria-label={words.filters}>
      <div>
        <label for="day">{words.day}</label>
        <input type="date" id="day" name="day" value={day ?? ''} />
      </div>
      {inspector === undefined ? null : <input type="hidden" name="inspector" value={inspector} />}
      <button type="submit" class="ds_button ds_button--small">
        {words.show}
      </button>
      {inspector === undefined ? null : <span>{words.onlyOne}</span>}
      {Object.keys(filter).length > 0 ? <a href={path}>{words.clear}</a> : null}
    </form>
  );
}
