import { Param, type PipeTransform } from '@nestjs/common';
import { notFound } from './problem';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What is no id of ours stands for nothing here, like an id of another partnership. */
const existingId = (name: string): PipeTransform<string, string> => ({
  transform(id) {
    if (!UUID.test(id)) throw notFound('There is nothing with this id in this partnership.', name);
    return id;
  },
});

/** Ids that plans give to what stands in them. */
export const ID_IN_PLANS = /^[a-z0-9.-]{1,300}$/i;

const possibleId = (name: string): PipeTransform<string, string> => ({
  transform(id) {
    if (!ID_IN_PLANS.test(id)) throw notFound('There is nothing with this id in this partnership.', name);
    return id;
  },
});

/** The id in the path of a plan, or of something that stands in one. */
export const PlanIdParam = (name: string): ParameterDecorator => Param(name, possibleId(name));

/** The id in the path. */
export const IdParam = (name = 'id'): ParameterDecorator => Param(name, existingId(name));
