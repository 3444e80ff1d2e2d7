import type { TrailEntry } from '@promise/trail';
import { dayInWords, momentInWords } from '../../frame/dates';
import type { Page } from '../../frame/page';
import { roleWords } from '../../frame/words';
import { Cancel, Heading } from '../form/form-page';
import { recordingWords } from '../form/words';
import { takenBack } from './correction';
import { correctWords } from './words';

interface Facts {
  readonly name: string;
  readonly home: string;
  readonly history: readonly TrailEntry[];
}

/** Everything on record about a milestone, newest first, to choose what is wrong. */
export function choosePage({ name, home, history }: Facts): Page {
  const words = correctWords();
  const back = takenBack(history);
  return {
    title: words.chooseTitle,
    content: (
      <>
        <Heading name={name} text={words.chooseTitle} />
        <p>{words.chooseIntro}</p>
        <ol class="pt-history" reversed>
          {history.toReversed().map(({ event, what, who, recordedAt, effectiveOn }) => (
            <li key={event}>
              <p class="pt-as-typed">{what}</p>
              <p class="pt-quiet">
                {words.soOn(dayInWords(effectiveOn))}{' '}
                {recordingWords().recordedBy(roleOf(who.role), momentInWords(recordedAt))}
              </p>
              <p>
                {back.has(event) ? (
                  words.takenBack
                ) : (
                  <a href={`${home}/correct/${event}`}>
                    {words.chooseThis}
                    <span class="visually-hidden">: {what}</span>
                  </a>
                )}
              </p>
            </li>
          ))}
        </ol>
        <Cancel home={home} />
      </>
    ),
  };
}

function roleOf(role: string): string {
  const names: Readonly<Record<string, string>> = roleWords();
  return names[role] ?? role;
}
