const { randomUUID } = require('node:crypto');
const { RawClient } = require('../lib/raw-client');
const { quantile } = require('../lib/statistics');
const { serve } = require('../lib/worker-process');

const PATH = '/api/v1/partnerships/north-lanarkshire/milestones';
const WARM_UP_MS = 700;

let bodies = 0;

/** A milestone as people propose them; no two are the same. */
function body() {
  bodies += 1;
  return JSON.stringify({
    title: `Children who move home have one worker who stays (${bodies})`,
    foundation: 'care',
    horizon: '5-year',
    timescale: 'by March 2027',
    leads: ['Children’s Services Partnership Board', 'Champions Board'],
    successStatement: 'Children and young people say that they knew who would be there for them, and that it held.',
  });
}

/** Posts milestones over so many kept connections for so long. */
async function post({ port, token, connections, ms }) {
  const begin = performance.now() + WARM_UP_MS;
  const end = begin + ms;
  const latencies = [];
  let requests = 0;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new RawClient(port);
      await client.open();
      for (let now = performance.now(); now < end;) {
        const headers = `Authorization: Bearer ${token}\r\nIdempotency-Key: ${randomUUID()}\r\n`;
        const answer = await client.request('POST', PATH, headers, body());
        if (answer.status !== 201) throw new Error(`${answer.status} ${answer.body}`);
        requests += 1;
        const done = performance.now();
        if (now >= begin && done < end) latencies.push(done - now);
        now = done;
      }
      client.close();
    }),
  );
  latencies.sort((a, b) => a - b);
  const [p50, p99] = [quantile(latencies, 0.5), quantile(latencies, 0.99)];
  return { perSecond: (latencies.length * 1000) / ms, requests, p50, p99 };
}

/** Posts so many milestones, one after the other. */
async function commands({ port, path, headers, times }) {
  const client = new RawClient(port);
  await client.open();
  const ms = [];
  for (let n = 0; n < times; n += 1) {
    const sent = body();
    const begin = performance.now();
    const answer = await client.request('POST', path, `${headers}Idempotency-Key: ${randomUUID()}\r\n`, sent);
    ms.push(performance.now() - begin);
    if (answer.status !== 201) throw new Error(`${answer.status} ${answer.body}`);
  }
  client.close();
  ms.sort((a, b) => a - b);
  return { p50: quantile(ms, 0.5), p99: quantile(ms, 0.99) };
}

/** Reads one path so many times, one after the other; answers each time it took. */
async function get({ port, token, path, times, headers = `Authorization: Bearer ${token}\r\n` }) {
  const client = new RawClient(port);
  await client.open();
  const ms = [];
  for (let n = 0; n < times; n += 1) {
    const begin = performance.now();
    const answer = await client.request('GET', path, headers);
    ms.push(performance.now() - begin);
    if (answer.status !== 200) throw new Error(`${answer.status} ${answer.body}`);
  }
  client.close();
  ms.sort((a, b) => a - b);
  return { p50: quantile(ms, 0.5), p99: quantile(ms, 0.99) };
}

serve({ post, commands, get });
