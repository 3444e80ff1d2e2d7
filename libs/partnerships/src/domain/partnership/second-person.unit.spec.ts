import type { DecisionContext, RecordedEvent } from '@promise/kernel';
import type { PartnershipCommand } from './commands';
import type { PartnershipEvent } from './events';
import { decision, given, importing, pack, packWithout } from './partnership-scenario';
import { partnershipWithSecondPerson } from './second-person';

const context: DecisionContext = {
  ...{ today: '2026-03-31', now: '2026-03-31T10:00:00.000Z', effectiveOn: '2026-03-31' },
  ...{ actor: { id: 'ann', role: 'administrator' }, commandId: 'command', eventId: String },
};
const withoutStart = { type: 'ImportPartnership', pack: packWithout('promiseStart') } as const;
const decide = (timescale: string): PartnershipCommand => ({ ...decision, timescale });

const typesAfter = (history: readonly RecordedEvent<PartnershipEvent>[], command: PartnershipCommand): string[] =>
  partnershipWithSecondPerson
    .decide(partnershipWithSecondPerson.fold(history), command, context)
    .map(({ type }) => type);

describe('the start of the Promise work', () => {
  it('needs no second person while none counts, or where it stays the same day', () => {
    expect(typesAfter(given(withoutStart), decide('March 2021'))).toEqual(['PromiseStartDecided']);
    expect(typesAfter(given(importing()), decide('March 2021'))).toEqual(['PromiseStartDecided']);
    expect(typesAfter(given(withoutStart, decide('May 2021')), decide('in May 2021'))).toEqual(['PromiseStartDecided']);
  });

  it('needs one where another day counted, by our reading or by a decision', () => {
    expect(typesAfter(given(importing()), decide('April 2021'))).toEqual(['ChangeProposed']);
    expect(typesAfter(given(withoutStart, decide('May 2021')), decide('June 2021'))).toEqual(['ChangeProposed']);
    expect(typesAfter(given(withoutStart, decide('May 2021'), decide('June 2021')), decide('May 2021'))).toEqual([
      'ChangeProposed',
    ]);
  });

  it('needs one where a file was read anew to say the same just before', () => {
    const anew = importing({ promiseStart: { ...pack.promiseStart, timescale: 'May 2021' } as never });
    expect(typesAfter(given(importing(), anew), decide('May 2021'))).toEqual(['ChangeProposed']);
  });

  it('leaves every other change of a partnership to one person', () => {
    expect(typesAfter(given(importing()), { type: 'RenamePartnership', name: 'Another name' })).toEqual([
      'PartnershipRenamed',
    ]);
  });
});
