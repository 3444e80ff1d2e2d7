import { Chance, Deck } from './chance';
import type { Sketch } from './sketch';
import evidence from './words/evidence.json';
import moves from './words/moves.json';
import progress from './words/progress.json';

const YOUNG_PEOPLES_GROUPS = ['The Harbour Crew', 'Glen Speak Up', 'Wee Voices'];

export type Mood = 'good' | 'slow' | 'stuck';

/** The sentences that people of the invented partnership write: dealt from packs, so that they do not soon repeat. */
export class Words {
  private readonly decks = new Map<string, Deck<string>>();

  progress(sketch: Sketch, mood: Mood): string {
    const opening = this.deal(`opening ${mood}`, progress[mood].opening);
    const details = mood === 'stuck' ? progress.stuck.detail : progress[mood][sketch.foundation];
    const detail = this.deal(mood === 'stuck' ? 'stuck' : `${mood} ${sketch.foundation}`, details);
    return this.filled(`${opening} ${detail}`, sketch);
  }

  told(sketch: Sketch): string {
    return this.filled(this.deal('told', moves.told), sketch);
  }

  notNeeded(sketch: Sketch): string {
    return this.filled(this.deal('not needed', moves.notNeeded), sketch);
  }

  evidence(sketch: Sketch, when: 'while' | 'done'): string {
    return this.filled(this.deal(`evidence ${when}`, evidence[when]), sketch);
  }

  private deal(name: string, cards: readonly string[]): string {
    const deck = this.decks.get(name) ?? new Deck(cards, new Chance(name));
    this.decks.set(name, deck);
    return deck.deal();
  }

  private filled(text: string, { about, leads }: Sketch): string {
    const ownGroup = leads.find((lead) => YOUNG_PEOPLES_GROUPS.includes(lead));
    const lead = leads.find((each) => !YOUNG_PEOPLES_GROUPS.includes(each)) ?? leads[0] ?? '';
    return text
      .replaceAll('{about}', about)
      .replaceAll('{lead}', lead)
      .replaceAll('{young}', () => ownGroup ?? this.deal('young', YOUNG_PEOPLES_GROUPS));
  }
}
