import type { DataSource } from 'typeorm';
import type { Erasure } from '../../eraser.port';
import { ErasureRow } from './row.entity';

/** Everything that was decided to be erased, in no order. */
export function allErasures(source: DataSource): Promise<Erasure[]> {
  return source.getRepository(ErasureRow).find();
}
