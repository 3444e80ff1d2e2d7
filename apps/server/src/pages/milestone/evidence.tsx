import type { EvidenceView, MilestoneView } from '@promise/milestones';
import type { VNode } from 'preact';
import { dayInWords } from '../frame/dates';
import { milestoneWords } from './words';

const words = milestoneWords();

interface Props {
  readonly milestone: MilestoneView;
  readonly base: string;
}

interface SourceProps {
  readonly evidence: EvidenceView;
  /** Where its file can be had. */
  readonly file: string;
}

/** The evidence: what each piece shows, and how to get at it. Files come as downloads only. */
export function Evidence({ milestone, base }: Props): VNode {
  const { evidence, id } = milestone;
  const api = base.replace(/^\/p\//, '/api/v1/partnerships/');
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence">{words.evidence}</h2>
      {evidence.length === 0 ? <p>{words.noEvidence}</p> : null}
      <ul>
        {evidence.map((each) => (
          <li key={each.id}>
            <span class="pt-as-typed">{each.shows}</span>{' '}
            <Source evidence={each} file={`${api}/milestones/${id}/evidence/${each.id}/file`} />{' '}
            <span class="pt-quiet">{dayInWords(each.effectiveOn)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Source({ evidence: { file, link }, file: href }: SourceProps): VNode {
  if (file) return <a href={href}>{words.download(file.name, nameOfType(file.mediaType), sizeInWords(file.size))}</a>;
  // An address that was erased leads nowhere.
  if (link === null || !URL.canParse(link)) return <>{link}</>;
  return (
    <a href={link} rel="noopener noreferrer nofollow">
      {words.openLink}: {new URL(link).host}
    </a>
  );
}

/** `PDF` for `application/pdf`. */
function nameOfType(mediaType: string): string {
  const [, name = mediaType] = mediaType.split('/');
  return name.length <= 4 ? name.toUpperCase() : mediaType;
}

function sizeInWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
