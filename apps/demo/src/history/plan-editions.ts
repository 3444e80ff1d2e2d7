import { join } from 'node:path';
import { type PartnershipFile, type PlanFile, readPlanFile } from '@promise/plans';

const FILES = join(__dirname, '../files');
const UPDATE = '2022-08-01';

/** @throws Error when the demonstration's own file is wrong */
function fileOf(name: string): PlanFile | PartnershipFile {
  const outcome = readPlanFile(join(FILES, name));
  if (outcome.ok) return outcome.file;
  throw new Error(outcome.faults.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'));
}

export function partnershipFile(): PartnershipFile {
  const file = fileOf('partnership.json');
  if (file.kind !== 'partnership') throw new TypeError('partnership.json is no partnership');
  return file;
}

export function planFile(edition: 'first' | 'updated'): PlanFile {
  const file = fileOf('corporate-parenting-plan-2021-24.json');
  if (file.kind !== 'plan') throw new TypeError('the plan of the demonstration is no plan');
  return edition === 'first' ? file : updated(file);
}

/** The yearly update of August 2022: two steps get a later date, and one is added. */
function updated(plan: PlanFile): PlanFile {
  const citation = {
    document: 'Firth and Glen Corporate Parenting Plan, update of August 2022',
    place: 'Table of changes',
  };
  const later: Readonly<Record<string, string>> = {
    'family-workers': 'by the end of June 2023',
    'one-plan-form': 'March 2023',
  };
  const steps = plan.steps.map((step) => {
    const timescale = later[step.key];
    return timescale === undefined ? step : { ...step, timescale, citation, inForceFrom: UPDATE };
  });
  const added = {
    ...{
      key: 'winter-fund',
      priority: 'early-family-help',
      title: 'Set up a fund for families who cannot pay for heat',
    },
    ...{ leads: ['Welfare Rights Team'], timescale: 'November 2022', citation, inForceFrom: UPDATE },
  };
  return { ...plan, steps: [...steps, added] };
}
