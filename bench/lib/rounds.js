/**
 * Measures all contenders once, then all of them again, and so on (A B C A B C), so that a slow minute of the machine
 * meets each of them.
 * @param contenders objects with a `name`
 * @param measure answers one number for a contender
 * @returns the numbers of each contender by its name, one for each round
 */
async function interleave(contenders, rounds, measure) {
  const values = Object.fromEntries(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of contenders) values[contender.name].push(await measure(contender, round));
  }
  return values;
}

module.exports = { interleave };
