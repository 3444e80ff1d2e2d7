import { ErrorSummary, Form, Submit } from '../../frame/forms/form';
import type { Page } from '../../frame/page';
import { FileQuestion } from '../../record/form/file-question';
import { Faults } from './faults';
import type { Unusable } from './handed-in';
import { importWords } from './words';

interface Props {
  /** `/p/{partnership}/import` */
  readonly address: string;
  readonly csrf: string;
  readonly unusable?: Unusable | undefined;
}

/** The choice of a file, and what is wrong with the one that was chosen. */
export function choosePage({ address, csrf, unusable }: Props): Page {
  const words = importWords();
  const { errors = [], status = 200, faults = [] } = unusable ?? {};
  return {
    title: words.title,
    here: 'import',
    status,
    hasErrors: errors.length > 0,
    content: (
      <>
        <ErrorSummary errors={errors} />
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
        <Faults faults={faults} />
        <Form action={address} csrf={csrf} withFile>
          <FileQuestion label={words.fileLabel} hint={words.fileHint} missing={words.noFile} errors={errors} />
          <Submit>{words.look}</Submit>
        </Form>
      </>
    ),
  };
}
