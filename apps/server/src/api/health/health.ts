import { Injectable } from '@nestjs/common';
import { Freshness } from '@promise/projections';
import { ReadSide } from '@promise/tracker';

/** How the tracker fares, for those who run it. */
export interface HealthReport {
  readonly status: 'ok' | 'not-ready';
  /** Position of the last event that reads show; null when nothing was recorded or the read models are out of reach. */
  readonly readModelsAt: string | null;
  readonly projector: 'working' | 'failing' | 'stopped';
}

@Injectable()
export class Health {
  constructor(
    private readonly freshness: Freshness,
    private readonly readSide: ReadSide,
  ) {}

  /** Never throws: what cannot be reached is what it reports. */
  async report(): Promise<HealthReport> {
    const { working, failing } = this.readSide.projector.state;
    const projector = failing !== null ? 'failing' : working ? 'working' : 'stopped';
    const readModelsAt = await this.freshness.position().catch(() => undefined);
    const status = readModelsAt === undefined || projector === 'failing' ? 'not-ready' : 'ok';
    return { status, readModelsAt: readModelsAt ?? null, projector };
  }
}
