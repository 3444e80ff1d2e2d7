import { TextField, TITLE_LENGTH } from './fields';

export class CitationDto {
  @TextField(TITLE_LENGTH, { description: 'The document, by its title.' })
  document: string;

  @TextField(TITLE_LENGTH, { description: 'The place in it: section, priority or row.' })
  place: string;
}
