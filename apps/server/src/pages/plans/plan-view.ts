import type { PlanView, PriorityView, StepView } from '@promise/plans';
import type { Status } from '@promise/timeline';

/** A step with where it stands. */
export type StepShown = StepView & { readonly status: Status };

/** A plan with its lines, under its own headings. */
export interface PlanShown {
  readonly plan: PlanView;
  readonly themes: readonly {
    readonly key: string;
    readonly title: string;
    readonly priorities: readonly { readonly priority: PriorityView; readonly steps: readonly StepShown[] }[];
  }[];
}

export function planShown(plan: PlanView, priorities: readonly PriorityView[], steps: readonly StepShown[]): PlanShown {
  const withSteps = priorities.map((priority) => ({
    priority,
    steps: steps.filter((step) => step.priority === priority.id),
  }));
  const themes = plan.themes.map(({ key, title }) => ({
    key,
    title,
    priorities: withSteps.filter(({ priority }) => priority.theme.key === key),
  }));
  return { plan, themes: themes.filter((theme) => theme.priorities.length > 0) };
}
