import { Controller, Get, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Does } from '../../sign-in/action';
import { Health, type HealthReport } from '@promise/running';

/** For those who run the tracker. */
@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly health: Health) {}

  /** Whether the process runs. */
  @Get('live')
  @Does('health.read')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** Whether it can answer: log and read models are within reach, and a projector of its own does not fail. */
  @Get('ready')
  @Does('health.read')
  async ready(@Res({ passthrough: true }) response: Response): Promise<HealthReport> {
    const report = await this.health.report();
    if (report.status !== 'ok') response.status(503);
    return report;
  }
}
