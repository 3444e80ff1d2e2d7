import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, MaxLength, Min } from 'class-validator';
import { TimesQuery } from './times.dto';

export const DEFAULT_LIMIT = 100;
const LARGEST_LIMIT = 500;

/** A list that is read page by page. */
export class PageQuery extends TimesQuery {
  @ApiPropertyOptional({ description: `How many items at most (default ${DEFAULT_LIMIT}).`, maximum: LARGEST_LIMIT })
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: 'must be a whole number' })
  @Min(1, { message: 'must be at least 1' })
  @Max(LARGEST_LIMIT, { message: `must be at most ${LARGEST_LIMIT}` })
  limit?: number;

  @ApiPropertyOptional({ description: 'The `next` of the page before.' })
  @IsOptional()
  @MaxLength(500, { message: 'is not a cursor of this list' })
  cursor?: string;
}

/** One page: the items, and the cursor of the next page or null. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** What queries take: how many, and after which item. */
export interface PageWanted {
  readonly limit: number;
  readonly after?: string;
}

/** Cursors are opaque: each list makes and checks its own. */
export function pageWanted(query: Pick<PageQuery, 'limit' | 'cursor'>): PageWanted {
  const limit = query.limit ?? DEFAULT_LIMIT;
  return query.cursor === undefined ? { limit } : { limit, after: query.cursor };
}
