export { EraseTextCommand } from './commands/erase-text/erase-text.command';
export { SettleErasure } from './commands/settle-erasure/settle-erasure.command';
export { type Erasure, Eraser } from './eraser.port';
export { ErasureModule } from './erasure.module';
export { erasuresProjection } from './read-models/erasures/projection';
export { allErasures } from './read-models/erasures/query';
