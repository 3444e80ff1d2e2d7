import { DecideThemesCommand, type PartnershipView, type ThemeView } from '@promise/partnerships';
import { notFound } from '../../api/conventions/problem';
import { ThemesDto } from '../../api/settings/settings.dto';
import { FilledForm } from '../frame/forms/filled-form';
import { choiceField, choicesField } from '../record/form/choice-fields';
import type { FormField } from '../record/form/field';
import type { RecordingForm } from '../record/form/recording-form';
import { textArea, textField } from '../record/form/text-fields';
import { foundationChoices } from '../record/foundations';
import { themeInput } from './theme-input';
import { changeWords } from './words';

const words = changeWords();

/** Stands for no foundation. */
const NONE = 'none';

interface ThemeOf {
  readonly partnership: PartnershipView;
  readonly theme: ThemeView;
}

const FIELDS: readonly FormField[] = [
  textField('title', { label: words.titleLabel }),
  choiceField('primary', { label: words.primaryLabel }, [
    ...foundationChoices(true),
    { value: NONE, label: words.primaryNone },
  ]),
  choicesField('also', { label: words.alsoLabel, optional: true }, foundationChoices(false)),
  textArea('reason', { label: words.reasonLabel, hint: words.reasonHint }),
];

/** Where one of the partnership's own themes belongs, and its name. */
export const themeForm: RecordingForm<ThemeOf, ThemesDto> = {
  path: 'settings/themes/:theme',
  action: 'partnership.decide-themes',
  title: words.themeTitle,
  notice: 'recorded',
  dto: ThemesDto,
  load: async (subjects, request) => {
    const subject = await subjects.settings(request);
    const theme = subject.view.themes.find(({ key }) => key === request.params.theme);
    if (!theme) throw notFound('There is no such theme in this partnership.');
    return { ...subject, view: { partnership: subject.view, theme }, name: theme.title };
  },
  fields: ({ partnership, theme }) => {
    const place = `themes.${partnership.themes.findIndex(({ key }) => key === theme.key)}`;
    return FIELDS.map((field) => ({ ...field, names: { ...field.names, [`${place}.${field.id}`]: field.id } }));
  },
  prefilled: ({ theme: { primary, also, title, reason } }) =>
    FilledForm.filledWith({ title, also, reason, primary: primary ?? NONE }),
  bodyOf: (values, { partnership, theme }) => {
    const { primary, ...others } = values;
    const own = { key: theme.key, ...others, ...(primary === NONE ? {} : { primary }) };
    return {
      themes: partnership.themes.map((each) => (each.key === theme.key ? own : { key: each.key, ...themeInput(each) })),
    };
  },
  command: ({ body, context }) => new DecideThemesCommand(context, body.themes),
};
