/** What is filled in, by name of the field; a list for several values. */
export type FilledIn = Readonly<Record<string, string | readonly string[] | Buffer>>;

export interface HtmlForm {
  readonly action: string;
  readonly withFile: boolean;
  /** What a browser would send if nothing were touched. */
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
}

/** The form of a page's content that holds a text (any, where none is given). */
export function mainFormOf(html: string, holding = ''): HtmlForm {
  const main = html.slice(html.indexOf('<main'));
  const forms = main.match(/<form [\s\S]*?<\/form>/g) ?? [];
  const form = forms.find((each) => each.includes('method="post"') && each.includes(holding));
  if (form === undefined) throw new Error(`there is no form on this page: ${main.slice(0, 2_000)}`);
  const [opening = ''] = form.split('>');
  return {
    action: attribute(opening, 'action') ?? '',
    withFile: opening.includes('multipart/form-data'),
    fields: fieldsOf(form),
  };
}

function fieldsOf(form: string): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const [name, value] of [...inputsOf(form), ...textAreasOf(form), ...selectsOf(form)]) {
    if (name !== null) fields[name] = [...(fields[name] ?? []), value];
  }
  return fields;
}

type Pair = readonly [name: string | null, value: string];

function inputsOf(form: string): Pair[] {
  const tags = form.match(/<input (?:[^">]|"[^"]*")*>/g) ?? [];
  return tags.filter(isSent).map((tag) => [attribute(tag, 'name'), attribute(tag, 'value') ?? '']);
}

/** Not a file, and chosen where it is a choice. */
function isSent(tag: string): boolean {
  const type = attribute(tag, 'type') ?? '';
  return type !== 'file' && (!['radio', 'checkbox'].includes(type) || / checked[ />=]/.test(tag));
}

function textAreasOf(form: string): Pair[] {
  const all = [...form.matchAll(/<textarea ([^>]*)>([\s\S]*?)<\/textarea>/g)];
  return all.map(([, tag = '', text = '']) => [attribute(tag, 'name'), decoded(text)]);
}

function selectsOf(form: string): Pair[] {
  const all = [...form.matchAll(/<select ([^>]*)>([\s\S]*?)<\/select>/g)];
  return all.map(([, tag = '', options = '']) => {
    const each = options.match(/<option (?:[^">]|"[^"]*")*>/g) ?? [];
    const chosen = each.find((option) => / selected[ />=]/.test(option)) ?? each[0] ?? '';
    return [attribute(tag, 'name'), attribute(chosen, 'value') ?? ''];
  });
}

export function attribute(tag: string, name: string): string | null {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? null : decoded(value);
}

function decoded(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
