const { lib } = require('./dist');

const personal = (text) => ({ personal: text });
const BOARD = personal('Children’s Services Partnership Board');

/** What `historyOf` tells of a milestone, in events. */
const EVENTS_PER_MILESTONE = 10;

/** The first years of a milestone: proposed, agreed, started, reported on, and moved twice. */
function historyOf(milestone, foundation) {
  return [
    { type: 'MilestoneProposed', effectiveOn: '2021-04-01', payload: proposal(milestone, foundation) },
    { type: 'MilestoneAgreed', effectiveOn: '2021-05-01', payload: { body: BOARD, date: '2021-05-01' } },
    { type: 'MilestoneStarted', effectiveOn: '2021-06-01', payload: {} },
    report('2021-10-01', 'on track'),
    report('2022-04-01', 'some way to go'),
    move('2022-06-01', 'by March 2026', 'by September 2026'),
    report('2022-10-01', 'some way to go'),
    report('2023-04-01', 'on track'),
    move('2023-06-01', 'by September 2026', 'by March 2028'),
    report('2023-10-01', 'on track'),
  ];
}

function proposal(milestone, foundation) {
  const known = 'Children and young people say that they knew who would be there for them, and that it held.';
  return {
    ...{ milestone, title: personal('Children who move home have one worker who stays'), foundation, alsoServes: [] },
    ...{ horizon: '5-year', parent: null, timescale: timescale('by March 2026') },
    ...{
      leads: [BOARD, personal('Champions Board')],
      priorities: [],
      successStatement: personal(known),
      citation: null,
    },
  };
}

function report(effectiveOn, rating) {
  const narrative = 'Two of three teams work this way now; the third one begins after the summer.';
  const payload = { rating: personal(rating), narrative: personal(narrative), reportedBy: null };
  return { type: 'ProgressReported', effectiveOn, payload };
}

function move(decidedOn, from, to) {
  const payload = {
    ...{ from: timescale(from), timescale: timescale(to), decidedBy: BOARD, decidedOn },
    reason: personal('Finding people for these posts takes longer than was thought.'),
    youngPeopleTold: { state: 'told', when: decidedOn, how: personal('At the Champions Board, in person.') },
  };
  return { type: 'MilestoneTimescaleRevised', effectiveOn: decidedOn, payload };
}

function timescale(words) {
  const read = lib('kernel').parseTimescale(words);
  if (!read.ok) throw new Error(read.reason);
  return read.timescale;
}

module.exports = { EVENTS_PER_MILESTONE, historyOf };
