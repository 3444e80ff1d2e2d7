import { Injectable } from '@nestjs/common';
import { milestoneStream } from '@promise/milestones';
import { Recorder } from '@promise/recording';
import { MilestoneDirectory } from '@promise/reviews';

/** Which milestones there are, asked of the log for the findings that are about them. */
@Injectable()
export class LogMilestoneDirectory extends MilestoneDirectory {
  constructor(private readonly recorder: Recorder) {
    super();
  }

  async has(partnership: string, milestone: string): Promise<boolean> {
    return (await this.recorder.history(milestoneStream(partnership, milestone))).length > 0;
  }
}
