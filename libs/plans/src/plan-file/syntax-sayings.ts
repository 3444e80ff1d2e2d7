import { type ParseErrorCode, printParseErrorCode } from 'jsonc-parser';
import type { Finding } from './plan-file-fault';

const SAYINGS: Readonly<Record<string, string>> = {
  InvalidSymbol: 'this is no word of JSON; put text in double quotes',
  InvalidNumberFormat: 'JSON does not write a number like this',
  PropertyNameExpected:
    'the name of a field, in double quotes, is missing here, or the comma before it is one too many',
  ValueExpected: 'a value is missing here, or a comma is one too many',
  ColonExpected: 'the colon between the name and its value is missing before this',
  CommaExpected: 'a comma is missing before this',
  CloseBraceExpected: 'a closing } is missing before this',
  CloseBracketExpected: 'a closing ] is missing before this',
  EndOfFileExpected: 'this stands after the end of the document; take it away',
  InvalidCommentToken: 'JSON has no comments; take this away',
  UnexpectedEndOfString: 'the closing quote of this text is missing on its line',
  UnexpectedEndOfNumber: 'this number breaks off',
  InvalidUnicode: 'four hexadecimal digits have to follow \\u',
  InvalidEscapeCharacter: 'only one of " \\ / b f n r t u may follow a backslash',
  InvalidCharacter: 'a control character stands in this text; take it away',
};

/** What jsonc-parser's error code means to the person who wrote the file. */
export function syntaxFinding(code: ParseErrorCode, offset: number): Finding {
  const message = SAYINGS[printParseErrorCode(code)] ?? 'JSON does not allow this here';
  return { field: '', rule: 'json', message, offset };
}
