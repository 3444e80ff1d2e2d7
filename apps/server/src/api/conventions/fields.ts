import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { isDay, isPlainText } from '@promise/kernel';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBase64,
  IsIn,
  IsOptional,
  IsString,
  IsUrl,
  MaxLength,
  registerDecorator,
  ValidateNested,
  type ValidationOptions,
} from 'class-validator';

/** How long texts may be, in UTF-16 code units. */
export const TITLE_LENGTH = 300;
export const TEXT_LENGTH = 10_000;

/** Stands for a list where an object belongs. */
const NO_OBJECT = 'a list';

export interface FieldOptions {
  readonly description: string;
  readonly optional?: true;
  readonly example?: unknown;
}

/** Text that a person typed: not blank, not too long, without control characters. */
export function TextField(maxLength: number, options: FieldOptions): PropertyDecorator {
  return applyDecorators(
    documented(options, { type: String, maxLength }),
    IsString({ message: 'must be text' }),
    NotBlank(),
    PlainText(),
    MaxLength(maxLength, { message: `may have at most ${maxLength} characters` }),
  );
}

/** A list of texts, at least one. */
export function TextListField(
  maxLength: number,
  options: FieldOptions & { readonly atMost?: number },
): PropertyDecorator {
  const atMost = options.atMost ?? 50;
  return applyDecorators(
    documented(options, { type: [String], maxItems: atMost }),
    ...(options.optional ? [] : [NotBlank()]),
    IsArray({ message: 'must be a list of texts' }),
    ArrayMinSize(options.optional ? 0 : 1, { message: 'needs at least one entry' }),
    ArrayMaxSize(atMost, { message: `may have at most ${atMost} entries` }),
    IsString({ each: true, message: 'each entry must be text' }),
    NotBlank({ each: true }),
    PlainText({ each: true }),
    MaxLength(maxLength, { each: true, message: `each entry may have at most ${maxLength} characters` }),
  );
}

/** One of a closed list of words. */
export function OneOfField(
  words: readonly string[],
  options: FieldOptions & { readonly each?: true },
): PropertyDecorator {
  const message = `must be one of ${words.join(', ')}`;
  return applyDecorators(
    documented(options, options.each ? { enum: [...words], isArray: true } : { enum: [...words] }),
    ...(options.optional ? [] : [NotBlank()]),
    ...(options.each
      ? [IsArray({ message: 'must be a list' }), ArrayMaxSize(words.length, { message: 'names a word twice' })]
      : []),
    IsIn([...words], { message, each: options.each ?? false }),
  );
}

/** A real calendar day, `YYYY-MM-DD`. Whether it makes sense there is a rule of the domain. */
export function DayField(options: FieldOptions): PropertyDecorator {
  return applyDecorators(
    documented(options, { type: String, format: 'date', example: options.example ?? '2026-03-31' }),
    ...(options.optional ? [] : [NotBlank()]),
    rule(
      'isDay',
      'must be a day of the calendar, written YYYY-MM-DD',
      (value) => typeof value === 'string' && isDay(value),
    ),
  );
}

/** An address on the web. */
export function LinkField(options: FieldOptions): PropertyDecorator {
  return applyDecorators(
    documented(options, { type: String, format: 'uri', maxLength: 2_000 }),
    MaxLength(2_000, { message: 'may have at most 2000 characters' }),
    IsUrl(
      { protocols: ['https', 'http'], require_protocol: true },
      { message: 'must be an address that begins with https:// or http://' },
    ),
  );
}

/** An object of its own, checked field by field. */
export function NestedField(type: () => new () => object, options: FieldOptions): PropertyDecorator {
  return applyDecorators(
    documented(options, { type }),
    ValidateNested({ message: 'must be an object with the fields that the documentation names' }),
    rule(
      'object',
      'must be an object',
      (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    ),
    Type(type),
    // ValidateNested would look into every entry of a list, each with faults of its own.
    Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? NO_OBJECT : value)),
  );
}

/** Bytes inside JSON. */
export function Base64Field(options: FieldOptions): PropertyDecorator {
  return applyDecorators(
    documented(options, { type: String, format: 'byte' }),
    IsBase64({}, { message: 'must be base64' }),
  );
}

function documented(options: FieldOptions, schema: object): PropertyDecorator {
  const { description, example } = options;
  const property = ApiProperty({
    description,
    required: !options.optional,
    ...(example === undefined ? {} : { example }),
    ...schema,
  });
  return options.optional ? applyDecorators(property, IsOptional()) : property;
}

export function NotBlank(options?: ValidationOptions): PropertyDecorator {
  return rule(
    'required',
    'is missing or blank',
    (value) => isThere(value) && (typeof value !== 'string' || value.trim() !== ''),
    options,
  );
}

export function PlainText(options?: ValidationOptions): PropertyDecorator {
  const message = 'contains control characters or broken characters';
  return rule('plainText', message, (value) => typeof value !== 'string' || isPlainText(value), options);
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** A rule of our own, by name and sentence. */
export function rule(
  name: string,
  message: string,
  validate: (value: unknown) => boolean,
  options: ValidationOptions = {},
): PropertyDecorator {
  return (target, propertyName) => {
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(propertyName),
      options: { message, ...options },
      validator: { validate },
    });
  };
}
