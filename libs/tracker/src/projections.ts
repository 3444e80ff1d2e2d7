import { proposalsProjection } from '@promise/approvals';
import { erasuresProjection } from '@promise/erasure';
import { MilestonesProjection } from '@promise/milestones';
import { partnershipsProjection } from '@promise/partnerships';
import { roleHoldingsProjection } from '@promise/people';
import { plansProjection } from '@promise/plans';
import type { Projection } from '@promise/projections';
import { reviewsProjection } from '@promise/reviews';
import { RecordProjection } from '@promise/trail';

/** Every read model of the tracker. */
export function allProjections(): Projection[] {
  return [
    partnershipsProjection,
    plansProjection,
    roleHoldingsProjection,
    new MilestonesProjection(),
    new RecordProjection(),
    proposalsProjection,
    erasuresProjection,
    reviewsProjection,
  ];
}
