import type { FileFaults } from '@promise/tracker';
import type { VNode } from 'preact';
import { importWords } from './words';

/** More would only repeat what one slip makes of the rest. */
const MOST = 100;

const words = importWords();

/** Everything that is wrong inside a file, each with its place. */
export function Faults({ faults }: { readonly faults: FileFaults['faults'] }): VNode | null {
  const [first] = faults;
  if (!first) return null;
  return (
    <section id="faults" tabindex={-1} aria-labelledby="faults-title">
      <h2 id="faults-title">{words.faultsTitle}</h2>
      <p class="pt-file-name">{words.faultsOf(first.file)}</p>
      <ol class="pt-faults">
        {faults.slice(0, MOST).map(({ line, column, field, message }, n) => (
          <li key={n}>
            <p>
              <strong>{words.faultPlace(line, column)}</strong>, {fieldInWords(field)}
            </p>
            <p>{sentence(message)}</p>
          </li>
        ))}
      </ol>
      {faults.length > MOST ? <p>{words.faultsMore(faults.length - MOST)}</p> : null}
    </section>
  );
}

/** `/steps/3/timescale` as `“steps” number 4, “timescale”`: names as they stand in the file, counted from 1. */
export function fieldInWords(pointer: string): string {
  const parts = pointer.split('/').slice(1).map(unescaped);
  if (parts.length === 0) return words.wholeFile;
  return parts
    .map((part) => (/^\d+$/.test(part) ? ` ${words.fieldNumber(Number(part) + 1)}` : `, “${part}”`))
    .join('')
    .replace(/^(, | )/, '');
}

function unescaped(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

function sentence(message: string): string {
  return `${message.slice(0, 1).toUpperCase()}${message.slice(1)}${/[.!?]$/.test(message) ? '' : '.'}`;
}
