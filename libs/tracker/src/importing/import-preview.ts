import type { PartnershipFile, PlanFile } from '@promise/plans';

/** One thing that an import would record. */
export interface PreviewedChange {
  readonly sort: 'new' | 'changed' | 'taken-back';
  readonly sentence: string;
}

/** What a file is about. */
export interface FileSubject {
  readonly kind: 'plan' | 'partnership';
  /** Title of the plan, or name of the partnership. */
  readonly title: string;
  /** The plan's key in its partnership; null for the partnership's own file. */
  readonly key: string | null;
}

/** What importing a file would do to the record as it is at one version. */
export interface ImportPreview extends FileSubject {
  readonly changes: readonly PreviewedChange[];
  /** What stays as it is because a person recorded something there. */
  readonly kept: readonly { readonly reason: string }[];
  /** How many lines of the plan say what is recorded already; null for the partnership's own file. */
  readonly same: number | null;
  /** Version of the record that the file was compared with; -1 where nothing is recorded yet. */
  readonly version: number;
}

/** The difference between file and record, of a plan or of a partnership. */
export interface Compared {
  readonly changes: readonly { readonly sentence: string; readonly id?: string; readonly change?: string }[];
  readonly kept: readonly { readonly reason: string; readonly id?: string }[];
  readonly version: number;
}

const SORTS: Readonly<Record<string, PreviewedChange['sort']>> = { stated: 'new', retracted: 'taken-back' };

function subjectOf(file: PlanFile | PartnershipFile): FileSubject {
  const { kind } = file;
  return kind === 'plan' ? { kind, title: file.title, key: file.key } : { kind, title: file.name, key: null };
}

export function previewOf(file: PlanFile | PartnershipFile, compared: Compared): ImportPreview {
  const { changes, kept, version } = compared;
  return {
    ...subjectOf(file),
    changes: changes.map(({ sentence, change }) => ({ sentence, sort: SORTS[change ?? ''] ?? 'changed' })),
    kept: kept.map(({ reason }) => ({ reason })),
    same: file.kind === 'plan' ? linesTheSame(file, compared) : null,
    version,
  };
}

function linesTheSame(file: PlanFile, { changes, kept }: Compared): number {
  const touched = new Set([...changes, ...kept].map(({ id }) => id));
  const lines = [...file.priorities, ...file.steps].map(({ key }) => `${file.key}.${key}`);
  return [file.key, ...lines].filter((id) => !touched.has(id)).length;
}
