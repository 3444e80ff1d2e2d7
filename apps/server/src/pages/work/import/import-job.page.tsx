import type { FileSubject, Job } from '@promise/tracker';
import { liveProgressScript } from '../../frame/assets/assets';
import type { Page } from '../../frame/page';
import { BackLink } from '../../frame/parts';
import { liveOf } from '../live';
import { Progress } from '../progress';
import { importWords } from './words';

const words = importWords();

interface Props {
  /** `/p/{partnership}` */
  readonly base: string;
  readonly job: Job;
  readonly subject: FileSubject;
  /** Whether the person may read the trail. */
  readonly mayReadTrail: boolean;
}

/** How far an import is, while it is at work. */
export function importingPage({ base, job, subject }: Props): Page {
  return {
    title: words.importing,
    here: 'import',
    script: liveProgressScript(),
    content: (
      <>
        <h1>{words.importing}</h1>
        <p>{subject.title}</p>
        <Progress live={liveOf(job, importInWords)} address={`${base}/import/${job.id}`} />
      </>
    ),
  };
}

/** What an import recorded, and where to see it. */
export function importedPage({ base, job, subject, mayReadTrail }: Props): Page {
  const { key, title } = subject;
  return {
    title: words.imported,
    here: 'import',
    content: (
      <>
        <BackLink href={`${base}/import`}>{words.another}</BackLink>
        <h1>{words.imported}</h1>
        <p>{title}</p>
        <p class="pt-lead">{words.recorded(job.done)}</p>
        <ul>
          <li>
            {key === null ? <a href={base}>{words.seeFront}</a> : <a href={`${base}/plans/${key}`}>{words.seePlan}</a>}
          </li>
          {mayReadTrail ? (
            <li>
              <a href={`${base}/trail`}>{words.seeTrail}</a>
            </li>
          ) : null}
        </ul>
      </>
    ),
  };
}

/** How far an import is: it is one append, so that all of it is recorded or nothing. */
export function importInWords({ done, total }: Job): string {
  return total !== null && done >= total && total > 0 ? words.showing(total) : words.recording(total ?? 0);
}
