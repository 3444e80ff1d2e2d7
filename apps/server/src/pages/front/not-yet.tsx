import type { Timeline } from '@promise/timeline';
import type { VNode } from 'preact';
import { dayInWords, dayOfMoment } from '../frame/dates';
import { type View, withQuery } from '../frame/view';
import { frontWords } from './words';

interface Props {
  readonly timeline: Timeline;
  readonly view: View;
}

/** Said where nothing had been recorded yet by the moment asked about, with the way to what is known now of that day. */
export function NotYetRecorded({ timeline: { recordedSince, asAt }, view }: Props): VNode {
  const words = frontWords();
  const known = withQuery(view.path, new URLSearchParams([...view.rest, ['asAt', asAt]]));
  return (
    <>
      <p class="pt-lead">{words.notYet}</p>
      {recordedSince === null ? null : <p>{words.beganOn(dayOfMoment(recordedSince))}</p>}
      <p>
        <a href={known}>{words.asKnownNow(dayInWords(asAt))}</a>
      </p>
    </>
  );
}

/** Whether anything had been recorded by the moment asked about. */
export function isRecordedYet({ note }: Timeline): boolean {
  return note === undefined;
}
