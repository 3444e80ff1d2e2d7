import { Param } from '@nestjs/common';

/** The partnership in the path. The guard has seen that it exists. */
export const PartnershipParam = (): ParameterDecorator => Param('partnership');
