import type { MilestoneView } from '@promise/milestones';
import type { TrailPage } from '@promise/trail';
import type { Page } from '../frame/page';
import { BackLink, CiteView, DayForm } from '../frame/parts';
import { linkTo, type View } from '../frame/view';
import { RecordList } from '../trail/record-list';
import { milestoneWords } from './words';

const words = milestoneWords();

interface Facts {
  readonly milestone: MilestoneView | null;
  readonly records: TrailPage;
  /** Address of the milestone's story. */
  readonly story: string;
  readonly view: View;
  readonly eraseAt: string | undefined;
}

/** Everything that was ever recorded about one milestone. */
export function historyPage({ milestone, records, story, view, eraseAt }: Facts): Page {
  const title = milestone ? words.historyTitle(milestone.title) : words.history;
  const { next } = records;
  return {
    title,
    here: 'timeline',
    ...(view.shown ? { view: view.shown } : {}),
    content: (
      <>
        <BackLink href={linkTo(view, story)}>{words.backToStory}</BackLink>
        <h1>{title}</h1>
        <p>{words.historyIntro}</p>
        <RecordList entries={records.items} eraseAt={eraseAt} />
        {next === null ? null : (
          <p>
            <a href={linkTo(view, `${story}/history`, { after: next })}>{words.next}</a>
          </p>
        )}
        <DayForm view={view} />
        <CiteView view={view} />
      </>
    ),
  };
}
