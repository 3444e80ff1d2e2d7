import type { Page } from '../frame/page';
import { messages } from '../frame/messages';
import { glossary } from './glossary';

const words = messages({
  title: 'What words mean',
  intro: 'Some words on these pages mean something special. Here is what we mean by them.',
})();

/** The glossary. */
export function wordsPage(): Page {
  return {
    title: words.title,
    here: 'words',
    content: (
      <>
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
        <dl class="pt-facts">
          {glossary()
            .toSorted((a, b) => a.word.localeCompare(b.word))
            .flatMap(({ key, word, meaning }) => [
              <dt key={key} id={key}>
                {word}
              </dt>,
              <dd key={`${key}-meaning`}>{meaning}</dd>,
            ])}
        </dl>
      </>
    ),
  };
}
