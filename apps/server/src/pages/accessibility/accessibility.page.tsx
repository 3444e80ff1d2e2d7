import { messages } from '../frame/messages';
import type { Page } from '../frame/page';

const words = messages({
  title: 'Accessibility',
  intro: 'We want everybody to be able to use these pages. So you should be able to:',
  can: [
    'make the text four times as big without losing anything or scrolling sideways',
    'use every page with a keyboard alone, or by voice',
    'listen to every page with a screen reader: the timeline picture has a table below it that says the same',
    'change colours and contrast as you like; no sign is told by its colour alone',
    'use every page without scripts, on a phone and on paper',
    'sign in without having to remember or copy anything by hand',
  ],
  standard: 'What we hold ourselves to',
  standardText:
    'We build these pages to the Web Content Accessibility Guidelines, version 2.2, level AA. Every page is checked with a program each time something changes, in a narrow and in a wide window.',
  known: 'What does not work as well as it should',
  knownText: [
    'Documents that people add as evidence come as they were given to us. Some of them may be hard to read with a screen reader.',
    'Words of plans are shown as they were written. Some of them are not in plain English.',
    'The pages that describe the interface for other programs are made by a tool of others.',
  ],
  help: 'If something does not work for you',
  helpText:
    'Tell the partnership: its development worker sees to it that you get what you need in another way, and that it is put right. If you are not happy with the answer, the Equality Advisory and Support Service can help you.',
})();

/** The accessibility statement. */
export function accessibilityPage(): Page {
  return {
    title: words.title,
    content: (
      <>
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
        <ul>
          {words.can.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
        <h2>{words.standard}</h2>
        <p>{words.standardText}</p>
        <h2>{words.known}</h2>
        <ul>
          {words.knownText.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
        <h2>{words.help}</h2>
        <p>{words.helpText}</p>
      </>
    ),
  };
}
