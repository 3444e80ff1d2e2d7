import { Module } from '@nestjs/common';
import { EraseTextHandler } from './commands/erase-text/erase-text.handler';
import { SettleErasureHandler } from './commands/settle-erasure/settle-erasure.handler';

/** Erasing text for good, on the stream of what it is about. Needs from elsewhere: `Recorder` and `Eraser`. */
@Module({ providers: [EraseTextHandler, SettleErasureHandler] })
export class ErasureModule {}
