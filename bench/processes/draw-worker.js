const { app } = require('../lib/dist');
const { quantile } = require('../lib/statistics');
const { serve } = require('../lib/worker-process');

let draw;

/** Takes a timeline to draw; answers how many characters its page has. */
function open({ timeline }) {
  const { timelinePage } = app('server/src/pages/timeline/timeline.page');
  const { renderPage } = app('server/src/pages/frame/render-page');
  const { partnership, asAt, knownAt } = timeline;
  const path = `/p/${partnership.id}/timeline`;
  const view = { times: { asAt, knownAt }, shown: undefined, suffix: '', path, rest: new URLSearchParams() };
  const recorded = { at: knownAt, number: 1 };
  const frame = { person: null, partnership: { ...partnership, publishes: [] }, csrf: null, address: path, recorded };
  draw = () => renderPage(timelinePage(timeline, view, asAt), frame);
  return { characters: draw().length };
}

/** Draws it so many times: view model, picture for screen and paper, table, HTML. Processor time of each, in ms. */
function measure({ times }) {
  const ms = [];
  for (let n = 0; n < times; n += 1) {
    const begin = process.cpuUsage();
    draw();
    const { user, system } = process.cpuUsage(begin);
    ms.push((user + system) / 1000);
  }
  ms.sort((a, b) => a - b);
  return { p50: quantile(ms, 0.5) };
}

serve({ open, measure });
