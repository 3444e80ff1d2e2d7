import type { OpenAPIObject } from '@nestjs/swagger';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['get']>;
type Parameter = NonNullable<Operation['parameters']>[number];
type Responses = Operation['responses'];

const text = { type: 'string' };

const PARTNERSHIP: Parameter = {
  name: 'partnership',
  in: 'path',
  required: true,
  schema: text,
  example: 'north-lanarkshire',
  description: 'The key of a children’s services partnership.',
};

const READ_AFTER: Parameter = {
  name: 'Read-After',
  in: 'header',
  schema: text,
  description: 'A position that a command answered: what is read is no older, or 503 with Retry-After.',
};

const COMMAND_HEADERS: readonly Parameter[] = [
  {
    name: 'Idempotency-Key',
    in: 'header',
    schema: text,
    description: 'The same key gives the same answer and records nothing twice; best a new UUID for each command.',
  },
  {
    name: 'If-Match',
    in: 'header',
    schema: text,
    description: 'The ETag that you read, if nothing may have changed since (412 if something has).',
  },
  READ_AFTER,
];

const ANSWER_HEADERS = {
  ETag: { description: 'The version after the command.', schema: text },
  Position: { description: 'The position of its last event in the log.', schema: text },
};

const FAULT = {
  type: 'object',
  required: ['field', 'rule', 'message'],
  properties: { field: text, rule: text, message: text },
};

const PROBLEM = {
  type: 'object',
  description: 'A problem document (RFC 9457). `errors` names each field that is wrong and the rule that it breaks.',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: text,
    title: text,
    status: { type: 'integer' },
    detail: text,
    errors: { type: 'array', items: FAULT },
  },
} as const;

const PROBLEM_BODY = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

const COMMAND_PROBLEMS = {
  '400': 'The request cannot be understood.',
  '401': 'Nobody is signed in.',
  '403': 'Your role does not allow this.',
  '404': 'There is no such thing in this partnership.',
  '409': 'Somebody else recorded something here at the same time; `changes` says what.',
  '412': 'It has changed since the version in If-Match.',
  '413': 'The body is too large.',
  '422': 'A rule forbids it, or the Idempotency-Key stands for another request.',
  '503': 'The record cannot be reached.',
};

const READ_PROBLEMS = {
  '400': 'The request cannot be understood.',
  '401': 'Nobody is signed in, and the partnership does not publish this.',
  '403': 'Your role does not allow this.',
  '404': 'There is no such thing in this partnership.',
  '503': 'Not as fresh as Read-After asks, or the record cannot be reached.',
};

/** Writes into the description what holds for every command and for every read alike. */
export function addConventions(document: OpenAPIObject): void {
  document.components = { ...document.components };
  document.components.schemas = { ...document.components.schemas, Problem: structuredClone(PROBLEM) as object };
  for (const [path, item] of Object.entries(document.paths)) {
    if (!path.includes('{partnership}')) continue;
    if (item.get) describe(item.get, [READ_AFTER], READ_PROBLEMS);
    if (item.post) describe(item.post, COMMAND_HEADERS, COMMAND_PROBLEMS);
    if (item.post) nameAnswerHeaders(item.post.responses);
  }
}

function describe(
  operation: Operation,
  headers: readonly Parameter[],
  problems: Readonly<Record<string, string>>,
): void {
  const own = (operation.parameters ?? []).filter((each) => !('name' in each) || each.name !== 'partnership');
  operation.parameters = [PARTNERSHIP, ...own, ...headers];
  for (const [status, description] of Object.entries(problems)) {
    operation.responses[status] ??= { description, content: PROBLEM_BODY };
  }
}

function nameAnswerHeaders(responses: Responses): void {
  for (const [status, response] of Object.entries(responses)) {
    if (status.startsWith('2') && response && !('$ref' in response)) response.headers = ANSWER_HEADERS;
  }
}
