const { mkdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { ratio, spread } = require('./statistics');

/** What was measured: prints it as it comes, and keeps it for the file of results. */
class Report {
  constructor(machine, settings) {
    this.started = new Date();
    this.result = {
      at: this.started.toISOString(),
      machine,
      settings,
      values: [],
      ratios: [],
      limits: [],
      skipped: [],
    };
    this.rounds = new Map();
  }

  /** A sign of life on stderr; the figures are on stdout. */
  progress(text) {
    const seconds = Math.round((Date.now() - this.started.getTime()) / 1000);
    process.stderr.write(`[${String(seconds).padStart(3)} s] ${text}\n`);
  }

  /**
   * @param values each contender's numbers, one for each round
   * @param details more about each contender's rounds, for the file alone
   */
  values(figure, label, unit, values, details = {}) {
    print(`\n${figure}, ${label} (${unit}; median, least to greatest of the rounds)`);
    for (const [contender, rounds] of Object.entries(values)) {
      const { median, min, max } = spread(rounds);
      print(`  ${contender.padEnd(40)}${number(median).padStart(10)}   ${number(min)} to ${number(max)}`);
      const more = details[contender];
      this.result.values.push({
        figure,
        label,
        unit,
        contender,
        median,
        min,
        max,
        rounds,
        ...(more && { details: more }),
      });
      this.rounds.set([figure, label, contender].join('\n'), rounds);
    }
  }

  /** Prints the median of what each contender's processes used, from the `field` of its details. */
  cpu(unit, details, field) {
    print(`  processor time, ${unit}:`);
    for (const [contender, rounds] of Object.entries(details)) {
      const names = Object.keys(rounds[0][field] ?? {});
      const parts = names.map((name) => `${name} ${number(spread(rounds.map((round) => round[field][name])).median)}`);
      if (parts.length > 0) print(`    ${contender.padEnd(38)}${parts.join(', ')}`);
    }
  }

  /**
   * Compares two contenders whose values were given before, round by round.
   * @param target `atLeast` or `atMost` what the median should be; none where it is only told
   */
  ratio(figure, label, ours, peer, target = {}) {
    const of = (contender) => this.rounds.get([figure, label, contender].join('\n'));
    const found = ratio(of(ours), of(peer));
    const { atLeast, atMost } = target;
    const met = atLeast !== undefined ? found.median >= atLeast : atMost !== undefined ? found.median <= atMost : null;
    this.result.ratios.push({ figure, label, ours, peer, ...found, ...target, met });
    const wanted =
      met === null
        ? ''
        : `   wanted ${atLeast === undefined ? '≤' : '≥'} ${atLeast ?? atMost}: ${verdict(met, found.median, target)}`;
    print(
      `  ${ours} : ${peer} = ${found.median.toFixed(2)}   ${found.min.toFixed(2)} to ${found.max.toFixed(2)}${wanted}`,
    );
  }

  /** Holds the median of a contender, whose values were given before, against the most that it may be. */
  limit(figure, label, contender, unit, atMost) {
    const { median } = spread(this.rounds.get([figure, label, contender].join('\n')));
    const met = median <= atMost;
    this.result.limits.push({ figure, label, contender, unit, median, atMost, met });
    print(`  ${contender} = ${number(median)} ${unit}   wanted ≤ ${atMost}: ${met ? 'reached' : 'MISSED'}`);
  }

  skip(figure, label, reason) {
    this.result.skipped.push({ figure, label, reason });
    print(`\n${figure}, ${label}: SKIPPED, ${reason}`);
  }

  /** Writes everything to `bench/results/<date>.json` and answers its path. */
  write() {
    const folder = join(__dirname, '../results');
    mkdirSync(folder, { recursive: true });
    const path = join(folder, `${this.result.at.replaceAll(':', '-').slice(0, 19)}.json`);
    const seconds = Math.round((Date.now() - this.started.getTime()) / 1000);
    writeFileSync(path, `${JSON.stringify({ ...this.result, seconds }, null, 2)}\n`);
    return path;
  }
}

function verdict(met, median, { atLeast, atMost }) {
  if (met) return 'reached';
  const short = atLeast === undefined ? median / atMost - 1 : 1 - median / atLeast;
  return `MISSED by ${Math.round(short * 100)} %`;
}

function number(value) {
  return value >= 100 ? Math.round(value).toLocaleString('en-GB') : value.toPrecision(3);
}

function print(text) {
  process.stdout.write(`${text}\n`);
}

module.exports = { Report };
