import { MilestonesProjection } from '@promise/milestones';
import { partnershipsProjection } from '@promise/partnerships';
import { plansProjection } from '@promise/plans';
import type { Projection } from '@promise/projections';
import { RecordProjection } from '@promise/trail';

/** Every read model of the tracker. */
export function allProjections(): Projection[] {
  return [partnershipsProjection, plansProjection, new MilestonesProjection(), new RecordProjection()];
}
