import { Matches } from 'class-validator';
import { Effective } from '../../conventions/effective.dto';
import { Base64Field, LinkField, NestedField, TEXT_LENGTH, TextField, TITLE_LENGTH } from '../../conventions/fields';

/** A media type without parameters (RFC 6838). */
export const MEDIA_TYPE = /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/;

/** A file inside JSON; larger ones come as `multipart/form-data`. */
export class FileDto {
  @TextField(TITLE_LENGTH, { description: 'Name of the file.' })
  name: string;

  @TextField(100, { description: 'Its media type.', example: 'application/pdf' })
  @Matches(MEDIA_TYPE, { message: 'must look like application/pdf' })
  mediaType: string;

  @Base64Field({ description: 'Its bytes in base64.' })
  base64: string;
}

export class AttachEvidenceDto extends Effective {
  @TextField(TEXT_LENGTH, { description: 'What it shows.' })
  shows: string;

  @LinkField({ description: 'Where it is published. Either this or a file.', optional: true })
  link?: string;

  @NestedField(() => FileDto, { description: 'The file itself. Either this or a link.', optional: true })
  file?: FileDto;
}
