const { existsSync, readdirSync, readFileSync } = require('node:fs');

/** Clock ticks a second: Linux has shown 100 to programs on every machine for decades. */
const TICKS = 100;

/**
 * Processor seconds that these processes and their children have used since they began. Other programs slow
 * down the clock on the wall, this one hardly: it tells apart what is slow and what had to wait.
 * @returns NaN where there is no /proc
 */
function cpuSeconds(pids) {
  if (!existsSync('/proc/self/stat')) return Number.NaN;
  const wanted = new Set(pids);
  let ticks = 0;
  for (const pid of readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)) {
    const stat = statOf(pid);
    if (stat && wanted.has(pid)) ticks += stat.ticks + stat.ofEndedChildren;
    else if (stat && wanted.has(stat.parent)) ticks += stat.ticks;
  }
  return ticks / TICKS;
}

/** proc(5): the name, in brackets, may hold anything; after it come state, parent and so on. */
function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [own, system, ofEnded, systemOfEnded] = fields.slice(11, 15).map(Number);
    return { parent: Number(fields[1]), ticks: own + system, ofEndedChildren: ofEnded + systemOfEnded };
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return null;
    throw error;
  }
}

/**
 * Does something and tells beside its result what each of the processes (by name) used for it.
 * @param pids process ids by name
 */
async function withCpu(pids, work) {
  const now = () => Object.entries(pids).map(([name, pid]) => [name, cpuSeconds([pid])]);
  const before = Object.fromEntries(now());
  const result = await work();
  return { result, cpu: Object.fromEntries(now().map(([name, used]) => [name, used - before[name]])) };
}

/** What one of so many things cost, in seconds times `scale`, to two digits. */
function perUnit(cpu, units, scale) {
  const each = (seconds) => Number(((seconds * scale) / units).toPrecision(2));
  return Object.fromEntries(Object.entries(cpu).map(([name, seconds]) => [name, each(seconds)]));
}

module.exports = { perUnit, withCpu };
