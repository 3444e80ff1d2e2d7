import { DecideThemesCommand, type PartnershipView } from '@promise/partnerships';
import { ThemesDto } from '../../api/settings/settings.dto';
import { FilledForm } from '../frame/forms/filled-form';
import type { RecordingForm } from '../record/form/recording-form';
import { linesField, textsIn } from '../record/form/text-fields';
import { themeInput } from './theme-input';
import { changeWords } from './words';

const words = changeWords();

const titlesField = linesField('themes', { label: words.themesLabel, hint: words.themesHint, optional: true });

/** The names of the partnership's own themes; where they belong is asked for each by itself. */
export const themesForm: RecordingForm<PartnershipView, ThemesDto> = {
  path: 'settings/themes',
  action: 'partnership.decide-themes',
  title: words.themesTitle,
  intro: words.themesIntro,
  notice: 'recorded',
  dto: ThemesDto,
  load: (subjects, request) => subjects.settings(request),
  fields: () => [titlesField],
  prefilled: ({ themes }) => FilledForm.filledWith(titlesField.fill({ themes: themes.map(({ title }) => title) })),
  aside: ({ view }) => (view.themes.length > 0 ? <p>{words.themesKept}</p> : null),
  bodyOf: (values, { themes }) => ({
    themes: textsIn(values, 'themes').map((title) => {
      const known = themes.find((each) => each.title.toLowerCase() === title.toLowerCase());
      return known ? themeInput({ ...known, title }) : { title };
    }),
  }),
  command: ({ body, context }) => new DecideThemesCommand(context, body.themes),
};
