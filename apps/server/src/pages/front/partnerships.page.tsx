import type { Page } from '../frame/page';
import { frontWords } from './words';

interface Listed {
  readonly partnership: string;
  readonly name: string;
}

/**
 * The choice of a partnership.
 * @param waiting where somebody sets up theirs; null for everybody else
 */
export function partnershipsPage(partnerships: readonly Listed[], waiting: string | null): Page {
  const words = frontWords();
  return {
    title: words.choose,
    content: (
      <>
        <h1>{words.choose}</h1>
        {waiting === null ? null : (
          <p>
            {words.beginTitle}: <a href={waiting}>{words.begin}</a>.
          </p>
        )}
        <p>{partnerships.length === 0 ? words.noneYet : words.chooseIntro}</p>
        <ul>
          {partnerships.map(({ partnership, name }) => (
            <li key={partnership}>
              <a href={`/p/${partnership}`}>{name}</a>
            </li>
          ))}
        </ul>
      </>
    ),
  };
}
