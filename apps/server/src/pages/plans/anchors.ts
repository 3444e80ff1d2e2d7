/** The `id` of a line of a plan on the plan's page, and the end of links to it. */
export function anchorOf(kind: 'step' | 'priority', id: string): string {
  return `${kind}-${id.replaceAll('.', '_')}`;
}
