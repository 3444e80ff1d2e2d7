import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { RecordedEvent, TextErased } from '@promise/kernel';
import { type Recorded, Recorder } from '@promise/recording';
import { erasureWithSecondPerson } from '../../domain/erasure/decide';
import { textsIn } from '../../domain/erasure/texts';
import { Eraser } from '../../eraser.port';
import { SettleErasure } from './settle-erasure.command';

@CommandHandler(SettleErasure)
export class SettleErasureHandler implements ICommandHandler<SettleErasure> {
  constructor(
    private readonly recorder: Recorder,
    private readonly eraser: Eraser,
  ) {}

  /** The keys are destroyed once the decision is durable: what is decided and not done is done at the next start. */
  async execute({ context, stream, settlement }: SettleErasure): Promise<Recorded> {
    const recorded = await this.recorder.record(erasureWithSecondPerson, stream, context, settlement);
    for (const { id, type } of recorded.events) {
      if (type === 'TextErased') await this.carryOut(stream, id);
    }
    return recorded;
  }

  /** What is still there was sealed under a key of another name, and nobody may believe that it is gone. */
  private async carryOut(stream: string, id: string): Promise<void> {
    const subjects = await this.subjectsOf(stream, id);
    await this.eraser.carryOut({ id, subjects });
    const left = textsIn(await this.recorder.history(stream)).filter(
      ({ event, there }) => there && subjects.includes(event),
    );
    if (left.length > 0) throw new Error(`not erased: ${left.map(({ event }) => event).join(', ')}`);
  }

  private async subjectsOf(stream: string, id: string): Promise<readonly string[]> {
    const history = (await this.recorder.history(stream)) as RecordedEvent<TextErased>[];
    return history
      .filter(({ envelope }) => envelope.id === id)
      .flatMap(({ payload }) => [...payload.events, ...payload.files]);
  }
}
