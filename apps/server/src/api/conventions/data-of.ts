import type { Effective } from './effective.dto';

/** The body without what belongs to every command, and without fields that were not given. */
export function dataOf<Dto extends Effective>(body: Dto): Omit<Dto, 'effectiveOn'> {
  const { effectiveOn, ...data } = body;
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined && value !== null)) as Omit<
    Dto,
    'effectiveOn'
  >;
}
