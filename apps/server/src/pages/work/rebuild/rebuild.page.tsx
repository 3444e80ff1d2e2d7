import type { Job } from '@promise/tracker';
import type { VNode } from 'preact';
import { liveProgressScript } from '../../frame/assets/assets';
import { momentInWords } from '../../frame/dates';
import { Form, Submit } from '../../frame/forms/form';
import type { Page } from '../../frame/page';
import { BackLink } from '../../frame/parts';
import { liveOf } from '../live';
import { Progress } from '../progress';
import { workWords } from '../words';

const words = workWords();
const HOME = '/rebuild';

const addressOf = ({ id }: Job): string => `${HOME}/${id}`;

/** What a rebuild does, and the button that begins one. */
export function rebuildPage(last: Job | null, csrf: string): Page {
  return {
    title: words.rebuild,
    here: 'rebuild',
    content: (
      <>
        <h1>{words.rebuild}</h1>
        <p>{words.rebuildWhat}</p>
        <p>{words.rebuildWhen}</p>
        {last?.state === 'running' ? <Running job={last} /> : <Begin csrf={csrf} text={words.rebuildButton} />}
        {last && last.state !== 'running' ? <Last job={last} /> : null}
      </>
    ),
  };
}

function Begin({ csrf, text }: { readonly csrf: string; readonly text: string }): VNode {
  return (
    <Form action={HOME} csrf={csrf}>
      <Submit>{text}</Submit>
    </Form>
  );
}

function Running({ job }: { readonly job: Job }): VNode {
  return (
    <p>
      <strong>{words.rebuildRunning}</strong> <a href={addressOf(job)}>{words.rebuildRunningLink}</a>
    </p>
  );
}

function Last({ job }: { readonly job: Job }): VNode {
  return (
    <>
      <h2>{words.rebuildLast}</h2>
      <p>
        <a href={addressOf(job)}>{titleOf(job)}</a>. {momentOf(job)}
      </p>
    </>
  );
}

/** How far one rebuild is, or how it ended and what to do next. */
export function rebuildJobPage(job: Job, csrf: string): Page {
  const title = titleOf(job);
  return {
    title,
    here: 'rebuild',
    ...(job.state === 'running' ? { script: liveProgressScript() } : {}),
    content: (
      <>
        <BackLink href={HOME}>{words.rebuildAll}</BackLink>
        <h1>{title}</h1>
        <State job={job} csrf={csrf} />
      </>
    ),
  };
}

function State({ job, csrf }: { readonly job: Job; readonly csrf: string }): VNode {
  if (job.state === 'running') return <Progress live={liveOf(job, rebuildInWords)} address={addressOf(job)} />;
  if (job.state === 'done') {
    return (
      <>
        <p class="pt-lead">{words.rebuiltFrom(job.done)}</p>
        <p>{momentOf(job)}</p>
      </>
    );
  }
  return (
    <>
      <p class="pt-lead">{isFault(job) ? words.rebuildFaultNext : words.rebuildBrokenNext}</p>
      <p>{momentOf(job)}</p>
      <Begin csrf={csrf} text={words.rebuildAgain} />
    </>
  );
}

function titleOf(job: Job): string {
  if (job.state === 'running') return words.rebuilding;
  if (job.state === 'done') return words.rebuilt;
  return isFault(job) ? words.rebuildFault : words.rebuildBroken;
}

function isFault({ state, reason }: Job): boolean {
  return state === 'failed' && reason === 'fault';
}

function momentOf({ state, since }: Job): string {
  const moment = momentInWords(since.toISOString());
  return state === 'broken-off' ? words.since(moment) : words.ended(moment);
}

/** How far a rebuild is while it is at work. */
export function rebuildInWords({ done, total }: Job): string {
  if (done === 0) return words.rebuildReady;
  if (total === null) return words.rebuildCountOnly(done);
  return done < total ? words.rebuildCount(done, total) : words.rebuildSwap(done);
}
