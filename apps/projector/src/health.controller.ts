import { Controller, Get, Res } from '@nestjs/common';
import { Health, type HealthReport } from '@promise/running';
import type { Response } from 'express';

/** For those who run the tracker; it holds nothing of a person's, and needs no sign-in. */
@Controller('health')
export class HealthController {
  constructor(private readonly health: Health) {}

  /** Whether the process runs. */
  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** Whether it follows the log, or stands by while another projector does. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) response: Response): Promise<HealthReport> {
    const report = await this.health.report();
    if (report.status !== 'ok') response.status(503);
    return report;
  }
}
