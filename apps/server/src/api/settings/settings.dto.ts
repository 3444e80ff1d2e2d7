import { ApiProperty } from '@nestjs/swagger';
import { FOUNDATIONS_AND_RIGHTS, type FoundationOrRights } from '@promise/kernel';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, Max, Min, ValidateNested } from 'class-validator';
import { Effective } from '../conventions/effective.dto';
import { NotBlank, OneOfField, rule, TEXT_LENGTH, TextField, TITLE_LENGTH } from '../conventions/fields';

const PUBLISHED = ['timeline', 'plans'] as const;
const MOST_THEMES = 30;

export class NameDto extends Effective {
  @TextField(TITLE_LENGTH, { description: 'What the partnership is called.' })
  name: string;
}

export class PublicationDto extends Effective {
  @OneOfField(PUBLISHED, {
    description: 'What anybody may read without signing in; an empty list for nothing.',
    each: true,
  })
  publishes: ('timeline' | 'plans')[];
}

export class RegistrationDto extends PublicationDto {
  @TextField(TITLE_LENGTH, { description: 'What the partnership is called.' })
  name: string;
}

export class ThemeDto {
  @TextField(10, {
    description: 'The key of a theme that is there already and keeps it.',
    optional: true,
    example: 't1',
  })
  key?: string;

  @TextField(TITLE_LENGTH, { description: 'What the theme is called.' })
  title: string;

  @OneOfField(FOUNDATIONS_AND_RIGHTS, {
    description: 'The foundation that it belongs to first of all; left out while it is not mapped.',
    optional: true,
  })
  primary?: FoundationOrRights;

  @OneOfField(FOUNDATIONS_AND_RIGHTS, { description: 'Others that it belongs to.', optional: true, each: true })
  also?: FoundationOrRights[];

  @TextField(TEXT_LENGTH, { description: 'Why it belongs there; needed once it is mapped.', optional: true })
  reason?: string;
}

export class ThemesDto extends Effective {
  @ApiProperty({ description: 'All themes of the partnership’s own, in their order.', type: [ThemeDto] })
  @IsArray({ message: 'must be a list' })
  @ArrayMaxSize(MOST_THEMES, { message: `may have at most ${MOST_THEMES} entries` })
  @rule('object', 'each entry must be an object with a title', isObject, { each: true })
  @ValidateNested({ each: true, message: 'must be an object with the fields that the documentation names' })
  @Type(() => ThemeDto)
  themes: ThemeDto[];
}

export class RetentionDto extends Effective {
  @ApiProperty({
    description: 'Months after somebody’s last role here ended until their account is deleted.',
    minimum: 1,
    maximum: 120,
  })
  @NotBlank()
  @IsInt({ message: 'must be a whole number of months' })
  @Min(1, { message: 'must be 1 month or more' })
  @Max(120, { message: 'must be 120 months or fewer' })
  accountMonths: number;

  @TextField(TEXT_LENGTH, { description: 'Why for so long.' })
  reason: string;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
