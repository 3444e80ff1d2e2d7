import type { EvidenceView, MilestoneView } from '@promise/milestones';
import type { VNode } from 'preact';
import { dayInWords } from '../frame/dates';
import { milestoneWords } from './words';

const words = milestoneWords();

interface Props {
  readonly milestone: MilestoneView;
  readonly base: string;
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
            <a
              href={each.file ? `${api}/milestones/${id}/evidence/${each.id}/file` : (each.link ?? '')}
              {...(each.file ? {} : { rel: 'noopener noreferrer nofollow' })}
            >
              {linkText(each)}
            </a>{' '}
            <span class="pt-quiet">{dayInWords(each.effectiveOn)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function linkText({ file, link }: EvidenceView): string {
  if (file) return words.download(file.name, nameOfType(file.mediaType), sizeInWords(file.size));
  return link !== null && URL.canParse(link) ? `${words.openLink}: ${new URL(link).host}` : words.openLink;
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
