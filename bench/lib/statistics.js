/** Median, least and greatest of what several rounds measured. */
function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const median = Number.isInteger(middle) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[Math.floor(middle)];
  return { median, min: sorted[0], max: sorted.at(-1) };
}

/** The value below which a share (0 to 1) of the sorted values lies. */
function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/**
 * Ratio of two contenders round by round: what both met in the same round (other programs, the disk) falls out.
 * @returns median, least and greatest of the rounds' ratios
 */
function ratio(ours, theirs) {
  return spread(ours.map((value, round) => value / theirs[round]));
}

module.exports = { spread, quantile, ratio };
