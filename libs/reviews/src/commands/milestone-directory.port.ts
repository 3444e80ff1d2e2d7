/** Which milestones there are: what a finding may be about. */
export abstract class MilestoneDirectory {
  abstract has(partnership: string, milestone: string): Promise<boolean>;
}
