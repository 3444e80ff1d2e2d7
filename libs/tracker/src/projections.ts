import { MilestonesProjection } from '@promise/milestones';
import { PartnershipsProjection } from '@promise/partnerships';
import { plansProjection } from '@promise/plans';
import type { Projection } from '@promise/projections';
import { RecordProjection } from '@promise/trail';

/** Every read model of the tracker. */
export function allProjections(): Projection[] {
  return [new PartnershipsProjection(), plansProjection, new MilestonesProjection(), new RecordProjection()];
}
