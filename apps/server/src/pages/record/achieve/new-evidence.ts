import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { NewEvidenceDto } from '../../../api/milestones/dto/achieve.dto';
import type { FormError } from '../../frame/forms/form-errors';
import { recordingWords } from '../form/words';

/** What is wrong with a link and what it shows, by the rules of the API; `asked` names input and question of each. */
export function errorsInEvidence(
  given: Readonly<Record<keyof NewEvidenceDto, string>>,
  asked: Readonly<Record<keyof NewEvidenceDto, { readonly field: string; readonly label: string }>>,
): FormError[] {
  const words = recordingWords();
  return validateSync(plainToInstance(NewEvidenceDto, given)).map(({ property, constraints = {} }) => {
    const name = property as keyof NewEvidenceDto;
    const { field, label } = asked[name];
    const [rule = ''] = Object.values(constraints);
    return { field, message: given[name] === '' ? words.unanswered(label) : words.wrong(label, rule) };
  });
}
