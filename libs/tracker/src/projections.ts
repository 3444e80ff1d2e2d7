import { MilestonesProjection } from '@promise/milestones';
import { PartnershipsProjection } from '@promise/partnerships';
import { PlansProjection } from '@promise/plans';
import type { Projection } from '@promise/projections';
import { RecordProjection } from '@promise/trail';

/** Every read model of the tracker. */
export function allProjections(): Projection[] {
  return [new PartnershipsProjection(), new PlansProjection(), new MilestonesProjection(), new RecordProjection()];
}
