import type { Page } from '../frame/page';
import { frontWords } from './words';

interface Listed {
  readonly partnership: string;
  readonly name: string;
}

/** The choice of a partnership. */
export function partnershipsPage(partnerships: readonly Listed[]): Page {
  const words = frontWords();
  return {
    title: words.choose,
    content: (
      <>
        <h1>{words.choose}</h1>
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
