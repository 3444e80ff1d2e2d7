import type { TrailEntry } from '@promise/trail';
import type { VNode } from 'preact';
import { momentInWords } from '../../frame/dates';
import { roleWords } from '../../frame/words';
import { recordingWords } from './words';

export interface ChangedSince {
  readonly since: readonly TrailEntry[];
}

/** What was recorded while somebody was writing. */
export function Changes({ since }: ChangedSince): VNode {
  const words = recordingWords();
  return (
    <div class="pt-changed">
      <p>{since.length > 0 ? words.conflictIntro : words.conflictUnseen}</p>
      {since.length === 0 ? null : (
        <ol class="pt-history">
          {since.map(({ event, what, who, recordedAt }) => (
            <li key={event}>
              <p class="pt-as-typed">{what}</p>
              <p class="pt-quiet">
                {words.recordedBy(
                  roleWords()[who.role as keyof ReturnType<typeof roleWords>],
                  momentInWords(recordedAt),
                )}
              </p>
            </li>
          ))}
        </ol>
      )}
      <p>{words.conflictNext}</p>
    </div>
  );
}
