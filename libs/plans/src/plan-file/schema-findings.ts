import Ajv2020, { type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import schema from './plan-file.schema.json';
import type { Finding } from './plan-file-fault';
import { below } from './pointer';

/** Says in which field what is wrong: the pointer, the rule, the sentence. */
type Saying = (error: ErrorObject) => readonly [field: string, rule: string, message: string];

const SAYINGS: Readonly<Record<string, Saying>> = {
  required: ({ instancePath, params }) => {
    const name = String(params.missingProperty);
    return [below(instancePath, name), 'required', `"${name}" is missing; add it`];
  },
  additionalProperties: ({ instancePath, params, parentSchema }) => {
    const name = String(params.additionalProperty);
    const known = Object.keys((parentSchema?.properties ?? {}) as object).join(', ');
    return [below(instancePath, name), 'unknown-field', `"${name}" is not known here; what may stand here: ${known}`];
  },
  type: ({ instancePath, params }) => [instancePath, 'type', `this has to be ${kinds(params.type)}`],
  enum: ({ instancePath, params }) => [instancePath, 'allowed-values', oneOf(params.allowedValues)],
  const: ({ instancePath, params }) => [instancePath, 'allowed-values', oneOf([params.allowedValue])],
  pattern: ({ instancePath, parentSchema }) => [
    instancePath,
    'form',
    `this has to be ${String(parentSchema?.description)}`,
  ],
  format: ({ instancePath }) => day(instancePath),
  formatMinimum: ({ instancePath }) => day(instancePath),
  formatMaximum: ({ instancePath }) => day(instancePath),
  minLength: ({ instancePath }) => [
    instancePath,
    'empty',
    'this text is empty; write something or leave the field out',
  ],
  maxLength: ({ instancePath, params }) => [
    instancePath,
    'too-long',
    `this text is longer than ${String(params.limit)} characters; make it shorter`,
  ],
  minItems: ({ instancePath }) => [instancePath, 'empty', 'this list is empty; put at least one into it'],
};

function day(field: string): ReturnType<Saying> {
  return [field, 'day', 'this has to be a day of the calendar between 1900 and 2199, as in 2021-04-01'];
}

function oneOf(values: unknown): string {
  return `this has to be ${(values as unknown[]).map((value) => JSON.stringify(value)).join(' or ')}`;
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
};

function kinds(types: unknown): string {
  return [types]
    .flat()
    .map((type) => KINDS[String(type)] ?? String(type))
    .join(' or ');
}

let compiled: ValidateFunction | undefined;

function validator(): ValidateFunction {
  if (compiled !== undefined) return compiled;
  const ajv = new Ajv2020({ allErrors: true, verbose: true, allowUnionTypes: true });
  addFormats(ajv, { formats: ['date'], keywords: true });
  compiled = ajv.compile(schema);
  return compiled;
}

/** "if" repeats that something inside "then" is wrong; "uniqueItems" names one pair, `repeatFindings` all of them. */
const SAID_ELSEWHERE: ReadonlySet<string> = new Set(['if', 'uniqueItems']);

/** Everything in which a document departs from `plan-file.schema.json`. */
export function schemaFindings(document: unknown): readonly Finding[] {
  const validate = validator();
  validate(document);
  const findings = new Map<string, Finding>();
  for (const error of validate.errors ?? []) {
    if (SAID_ELSEWHERE.has(error.keyword)) continue;
    const finding = say(error);
    // A day that is none breaks its format and its limits at once.
    findings.set(`${finding.field} ${finding.rule}`, finding);
  }
  return [...findings.values()];
}

function say(error: ErrorObject): Finding {
  const [field, rule, message] = SAYINGS[error.keyword]?.(error) ?? [
    error.instancePath,
    error.keyword,
    error.message ?? 'this does not fit the schema',
  ];
  return { field, rule, message };
}
