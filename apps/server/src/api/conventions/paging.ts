import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, MaxLength, Min } from 'class-validator';
import { badRequest } from './problem';
import { TimesQuery } from './times.dto';

export const DEFAULT_LIMIT = 100;
const LARGEST_LIMIT = 500;

/** A list that is read page by page. */
export class PageQuery {
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

/** The same, as it stood at two times. */
export class TimedPageQuery extends IntersectionType(TimesQuery, PageQuery) {}

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

/** A page of a short list that is read whole; the cursor is the id of the last item. */
export function pageById<Item extends { readonly id: string }>(all: readonly Item[], wanted: PageWanted): Page<Item> {
  const before = wanted.after === undefined ? -1 : all.findIndex((each) => each.id === wanted.after);
  if (wanted.after !== undefined && before < 0) {
    throw badRequest([
      { field: 'cursor', rule: 'cursor-of-this-list', message: 'is not the “next” of an earlier page' },
    ]);
  }
  const items = all.slice(before + 1, before + 1 + wanted.limit);
  return { items, next: before + 1 + items.length < all.length ? (items.at(-1)?.id ?? null) : null };
}

/** Cursors are opaque: each list makes and checks its own. */
export function pageWanted(query: Pick<PageQuery, 'limit' | 'cursor'>): PageWanted {
  const limit = query.limit ?? DEFAULT_LIMIT;
  return query.cursor === undefined ? { limit } : { limit, after: query.cursor };
}
