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

export function badRequest(faults: readonly Fault[]): Problem {
  const detail = faults.map((fault) => `${fault.field}: ${fault.message}`).join(' ');
  return new Problem('bad-input', 400, 'The request cannot be understood', detail, { errors: faults });
}

export function notFound(what: string): Problem {
  return new Problem('not-found', 404, 'There is no such thing here', what);
}
