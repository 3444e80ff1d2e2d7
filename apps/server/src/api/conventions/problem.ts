import type { Fault } from '@promise/kernel';

/** A problem document (RFC 9457). `errors` names each field that is wrong and the rule that it breaks. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly Fault[];
  readonly [extension: string]: unknown;
}

/** An answer that is a problem; thrown anywhere below a route, written by the problem filter. */
export class Problem extends Error {
  readonly document: ProblemDocument;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    kind: string,
    status: number,
    title: string,
    detail: string,
    more: {
      readonly errors?: readonly Fault[];
      readonly headers?: Record<string, string>;
      readonly [extension: string]: unknown;
    } = {},
  ) {
    super(detail);
    this.name = 'Problem';
    const { headers, ...extensions } = more;
    this.document = { type: `/problems/${kind}`, title, status, detail, ...extensions };
    this.headers = headers ?? {};
  }
}

/** No more faults than this are told at once, and no more sentences of them in `detail`. */
const MOST_FAULTS = 50;
const MOST_SENTENCES = 3;
const LONGEST_NAME = 200;

/** @param faults all of them; the first 50 go out */
export function badRequest(faults: readonly Fault[]): Problem {
  const errors = faults.slice(0, MOST_FAULTS).map((fault) => ({ ...fault, field: shortened(fault.field) }));
  const sentences = errors.slice(0, MOST_SENTENCES).map((fault) => `${fault.field}: ${fault.message}`);
  const more = faults.length - sentences.length;
  const detail = [...sentences, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
  return new Problem('bad-input', 400, 'The request cannot be understood', `${detail}.`, { errors });
}

/**
 * @param what a sentence
 * @param field where the request names what is not there
 */
export function notFound(what: string, field = 'id'): Problem {
  const errors = [{ field, rule: 'exists', message: 'stands for nothing here' }];
  return new Problem('not-found', 404, 'There is no such thing here', what, { errors });
}

/** Names of fields are the caller's own and may be as long as a body. */
function shortened(field: string): string {
  return field.length <= LONGEST_NAME ? field : `${field.slice(0, LONGEST_NAME)}…`;
}
