const { get } = require('node:http');
const { CHROMIUM, hasChromium } = require('../../bin/support/chromium');
const { interleave } = require('../lib/rounds');
const { WorkerProcess } = require('../lib/worker-process');

const DAY = '2026-11-20';
const PAGES = ['front', 'timeline', 'foundation', 'story', 'compare', 'plan', 'trail', 'my-work', 'report'];
const TIMES = 15;
const WARM_UP = 25;
const DRAWN = 500;
const MOST_KB = 250;
const MOST_DRAWING_MS = 50;
const WINDOWS = [
  { name: 'desk, 1280 pixels', viewport: { width: 1280, height: 900 } },
  { name: 'phone, 375 pixels', viewport: { width: 375, height: 812 } },
];
/** A poor mobile connection: text is there before its typeface. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 };

/** The pages of the demonstration: beside the queries beneath them, by weight, by shifts of layout, and drawn alone. */
async function pages({ postgres, rounds, report }) {
  const server = new WorkerProcess('demonstration-server.js');
  const load = new WorkerProcess('http-load.js');
  const drawing = new WorkerProcess('draw-worker.js');
  try {
    report.progress(`pages: making the demonstration of ${DAY}`);
    const at = await server.ask('open', { url: await postgres.database('pages'), day: DAY });
    // All of them before the first is measured: they share most of what the compiler learns.
    for (const name of PAGES) await load.ask('get', requestOf(name, at, WARM_UP));
    for (const name of PAGES) await besideItsQueries(name, { at, server, load, rounds, report });
    await weigh(at, report);
    await shifts(at, report);
    await draw(await server.ask('timeline'), { drawing, rounds, report });
  } finally {
    await Promise.all([server.stop(), load.stop(), drawing.stop()]);
  }
}

/** One page as a browser gets it, and the queries that it asks, alone. */
async function besideItsQueries(name, { at, server, load, rounds, report }) {
  const open = (times) => load.ask('get', requestOf(name, at, times));
  await server.ask('queriesSince');
  await open(1);
  const count = await server.ask('queriesSince');
  const contenders = [
    { name: 'its queries', run: (times) => server.ask('ask', { times }) },
    { name: 'the page', run: open },
  ];
  for (const { run } of contenders) await run(WARM_UP);
  const values = await interleave(contenders, rounds, async ({ run }) => (await run(TIMES)).p50);
  const label = `${name}, ${count} ${count === 1 ? 'query' : 'queries'}`;
  report.values('pages', label, 'ms', values);
  report.ratio('pages', label, 'the page', 'its queries', { atMost: 5 });
}

function requestOf(name, { port, pages: { [name]: page } }, times) {
  const headers = `Cookie: ${page.cookie}\r\nAccept-Encoding: br\r\n`;
  return { port, path: page.path, headers, times };
}

/** What a browser that knows nothing of the site yet loads for the front page, compressed as it asks for it. */
async function weigh({ address, pages: { front } }, report) {
  const html = await fetched(`${address}${front.path}`, front.cookie);
  const found = [...html.text.matchAll(/<(?:link|script|img)[^>]*?(?:href|src)="([^"]+)"/g)].map(([, path]) => path);
  const parts = { HTML: html.bytes, CSS: 0, fonts: 0, scripts: 0, pictures: 0 };
  for (const path of new Set(found)) parts[kindOf(path)] += (await fetched(`${address}${path}`)).bytes;
  const kilobytes = Object.entries(parts).map(([part, bytes]) => [part, [bytes / 1000]]);
  const all = Object.values(parts).reduce((sum, bytes) => sum + bytes, 0) / 1000;
  report.values('pages', 'weight of the front page', 'KB, brotli', { ...Object.fromEntries(kilobytes), all: [all] });
  report.limit('pages', 'weight of the front page', 'all', 'KB', MOST_KB);
}

function kindOf(path) {
  if (path.endsWith('.css')) return 'CSS';
  if (path.endsWith('.woff2')) return 'fonts';
  return path.endsWith('.js') ? 'scripts' : 'pictures';
}

/** Bytes as they come over the wire; the text as well, for which the same is asked for without compression. */
async function fetched(url, cookie) {
  const headers = cookie ? { Cookie: cookie } : {};
  const [packed, plain] = [await bodyOf(url, { ...headers, 'Accept-Encoding': 'br' }), await bodyOf(url, headers)];
  return { bytes: packed.length, text: plain.toString('utf8') };
}

function bodyOf(url, headers) {
  return new Promise((resolve, reject) => {
    get(url, { headers }, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve(Buffer.concat(chunks));
        else reject(new Error(`${url} answered ${answer.statusCode}`));
      });
    }).on('error', reject);
  });
}

/** How far things move while the front page comes in over a slow connection, as browsers add it up. */
async function shifts({ address, pages: { front } }, report) {
  const label = 'layout shift of the front page';
  if (!hasChromium()) return report.skip('pages', label, `there is no Chromium at ${CHROMIUM.executablePath}`);
  const { chromium } = require('@playwright/test');
  const browser = await chromium.launch(CHROMIUM);
  try {
    const values = {};
    for (const { name, viewport } of WINDOWS) values[name] = [await shiftIn(browser, viewport, address, front)];
    report.values('pages', label, 'score', values);
    for (const { name } of WINDOWS) report.limit('pages', label, name, '', 0);
  } finally {
    await browser.close();
  }
}

async function shiftIn(browser, viewport, address, { path, cookie }) {
  const context = await browser.newContext({ viewport });
  const [name, value] = cookie.split('=');
  await context.addCookies([{ name, value, url: address }]);
  const tab = await context.newPage();
  const devTools = await context.newCDPSession(tab);
  await devTools.send('Network.emulateNetworkConditions', SLOW);
  await tab.goto(`${address}${path}`, { waitUntil: 'networkidle' });
  // A string: it runs in the page.
  const score = await tab.evaluate(`new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => (sum += entry.value)))
      .observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(sum), 500);
  })`);
  await context.close();
  return score;
}

/** The timeline with its milestones told over and over, until there are enough of them. */
async function draw(timeline, { drawing, rounds, report }) {
  const label = `timeline of ${DRAWN} milestones drawn`;
  await drawing.ask('open', { timeline: enlarged(timeline, DRAWN) });
  await drawing.ask('measure', { times: WARM_UP });
  const values = await interleave([{ name: 'ours' }], rounds, async () => {
    return (await drawing.ask('measure', { times: TIMES })).p50;
  });
  report.values('pages', label, 'ms of processor time', values);
  report.limit('pages', label, 'ours', 'ms', MOST_DRAWING_MS);
}

function enlarged(timeline, wanted) {
  const lanes = timeline.lanes.map((lane) => ({ ...lane, milestones: [...lane.milestones] }));
  let count = lanes.reduce((sum, { milestones }) => sum + milestones.length, 0);
  for (let n = 0; count < wanted; n += 1) {
    const at = n % lanes.length;
    const told = timeline.lanes[at].milestones;
    if (told.length === 0) continue;
    const milestone = told[Math.floor(n / lanes.length) % told.length];
    lanes[at].milestones.push({ ...milestone, id: `${milestone.id}-${n}` });
    count += 1;
  }
  return { ...timeline, lanes };
}

module.exports = { pages };
