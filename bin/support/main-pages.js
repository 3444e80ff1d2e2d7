'use strict';

const { BASE } = require('./demonstration');

/** The addresses of the main pages of a demonstration by name, each with who looks at it. */
async function mainPages(demonstration) {
  const milestones = (await demonstration.timeline()).lanes.flatMap((lane) => lane.milestones);
  const moved = milestones.filter(({ status }) => status === 'on-plan' || status === 'due-soon').toSorted(byMoves)[0];
  const done = milestones.find(({ achieved, moves }) => achieved && moves.length > 0);
  const half = new Date(Date.parse(demonstration.day) - 182 * 86_400_000).toISOString().slice(0, 10);
  const days = `from=${half}&to=${demonstration.day}`;
  const board = (path) => ({ path: `${BASE}${path}`, role: 'board' });
  const worker = (path) => ({ path: `${BASE}${path}`, role: 'worker' });
  const inspector = (path) => ({ path: `${BASE}${path}`, role: 'inspector' });
  return {
    front: board(''),
    timeline: board('/timeline'),
    foundation: board('/foundations/voice'),
    story: board(`/milestones/${moved.id}`),
    'story-of-what-is-done': board(`/milestones/${done.id}`),
    compare: board(`/compare?${days}`),
    plans: board('/plans'),
    plan: board('/plans/corporate-parenting-plan-2021-24'),
    words: board('/words'),
    privacy: board('/privacy'),
    'move-a-date': worker(`/milestones/${moved.id}/revise-timescale`),
    'my-work': worker('/my-work'),
    report: worker(`/report?${days}`),
    trail: inspector('/trail'),
    history: inspector(`/milestones/${moved.id}/history`),
    'sign-in': { path: '/sign-in', role: null },
  };
}

function byMoves(a, b) {
  return b.moves.length - a.moves.length || (a.id < b.id ? -1 : 1);
}

module.exports = { mainPages };
