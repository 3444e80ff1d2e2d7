import { addDays, textOf } from '@promise/kernel';
import fc from 'fast-check';
import { PARTNERSHIP } from '../../testing/scenario';
import { randomHistories } from '../../testing/random-histories';
import { periodsOf } from '../../read-models/milestones/periods';
import { type Fact, factOf, type Happened, inEffect } from './in-effect';
import { faultOf } from './rules';
import { beginning, evolve, type MilestoneState } from './state';

const TODAY = '2030-01-01';

function stateOf(happened: readonly Happened[]): MilestoneState {
  return happened.reduce(evolve, beginning(happened, TODAY));
}

/** Puts events into order of effect one at a time, as they were recorded. */
function insertedOneByOne(facts: readonly Fact[]): readonly Happened[] {
  let kept: readonly Fact[] = [];
  let happened: readonly Happened[] = [];
  for (const fact of facts) {
    kept = JSON.parse(JSON.stringify([...kept, fact])) as Fact[];
    happened = inEffect(kept);
  }
  return happened;
}

describe('any history that the rules let pass', () => {
  it('holds every rule at every place in order of effect', () => {
    fc.assert(
      fc.property(randomHistories, (history) => {
        const happened = inEffect(history.map(factOf));
        let state = beginning(happened, TODAY);
        for (const event of happened) {
          expect(faultOf(state, event)).toBeNull();
          state = evolve(state, event);
        }
      }),
    );
  });

  it('comes to the same from nothing and from facts that were kept one by one', () => {
    fc.assert(
      fc.property(randomHistories, (history) => {
        const facts = history.map(factOf);
        expect(insertedOneByOne(facts)).toEqual(inEffect(facts));
      }),
    );
  });

  it('looks in the read model as the rules see it, on every day', () => {
    fc.assert(
      fc.property(randomHistories, fc.integer({ min: -3, max: 40 }), (history, days) => {
        const day = addDays('2025-03-01', days);
        const facts = history.map(factOf);
        const view = periodsOf(PARTNERSHIP, facts).findLast((period) => period.effectiveFrom <= day)?.state;
        const happened = inEffect(facts);
        const byThen = happened.filter((event) => event.effectiveOn <= day);
        expect(view === undefined).toBe(byThen.length === 0);
        if (!view) return;
        const [proposal, ...later] = happened;
        if (!proposal) throw new Error('a history begins with its proposal');
        const state = stateOf([proposal, ...later.filter((event) => event.effectiveOn <= day)]);
        expect({
          closed: view.achieved ? 'achieved' : view.withdrawn ? 'withdrawn' : undefined,
          ...{ agreed: view.agreed !== null, startedOn: view.startedOn, planned: view.planned },
          ...{ leads: view.leads, told: view.moves.map((move) => move.youngPeopleTold.state) },
        }).toEqual({
          closed: state.closed?.how,
          ...{ agreed: state.agreedOn !== null, startedOn: state.startedOn, planned: state.planned },
          ...{ leads: state.leads.map(textOf), told: state.moves.map((move) => move.told) },
        });
      }),
    );
  });
});
