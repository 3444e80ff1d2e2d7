/** The stream of one plan: `north-lanarkshire/plan/childrens-services-plan-2021-23`. */
export function planStream(partnership: string, planKey: string): string {
  return `${partnership}/plan/${planKey}`;
}

/** The key of the plan that a stream holds. */
export function planKeyOf(stream: string): string {
  return stream.slice(stream.lastIndexOf('/') + 1);
}

/** How a priority or a step is called outside its plan: `<planKey>.<key>`. */
export function lineId(planKey: string, key: string): string {
  return `${planKey}.${key}`;
}

/** The parts of a priority's or a step's id, or null where the text is none. Keys hold no full stop. */
export function partsOfLineId(id: string): { readonly planKey: string; readonly key: string } | null {
  const [planKey, key, ...more] = id.split('.');
  return planKey && key && more.length === 0 ? { planKey, key } : null;
}
