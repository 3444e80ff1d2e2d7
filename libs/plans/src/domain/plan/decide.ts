import type { Decider } from '@promise/kernel';
import type { PlanCommand } from './commands';
import { differenceBetween } from './difference';
import type { PlanEvent } from './events';
import { readingOf } from './reading';
import { foldPlan, type PlanState } from './state';
import { recordStepResult } from './step-result';

/** The rules of one plan. One file is one command, and its events are appended together or not at all. */
export const planDecider: Decider<PlanState, PlanCommand, PlanEvent> = {
  fold: foldPlan,
  decide(state, command, context) {
    switch (command.type) {
      case 'ImportPlan':
        return differenceBetween(state, readingOf(command.file, state)).changes.map(({ event }) => event);
      case 'RecordStepResult':
        return recordStepResult(state, command, context);
    }
  },
};
