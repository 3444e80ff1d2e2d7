import type { VNode } from 'preact';
import { TextField } from '../frame/forms/fields';
import { FilledForm } from '../frame/forms/filled-form';
import { ErrorSummary, Form, Submit } from '../frame/forms/form';
import type { FormError } from '../frame/forms/form-errors';
import type { Page } from '../frame/page';
import { QrPicture } from './qr-picture';
import { accountWords } from './words';

const words = accountWords();

interface SectionProps {
  /** How many recovery codes are left; null where the second factor is off. */
  readonly recoveryCodes: number | null;
  readonly csrf: string;
  readonly errors: readonly FormError[];
}

/** Whether a code is asked for beside the password, and the way to change that. */
export function SecondFactorSection({ recoveryCodes, csrf, errors }: SectionProps): VNode {
  const isOn = recoveryCodes !== null;
  const action = isOn ? '/sign-ins/second-factor/off' : '/sign-ins/second-factor';
  return (
    <>
      <h2>{words.factorTitle}</h2>
      <p>{isOn ? words.factorOn(recoveryCodes) : words.factorOff}</p>
      <Form action={action} csrf={csrf}>
        <TextField
          form={FilledForm.empty}
          errors={errors}
          name="proof"
          label={isOn ? words.passwordOrCode : words.password}
          type="password"
          autocomplete="current-password"
        />
        <Submit secondary>{isOn ? words.turnOff : words.turnOn}</Submit>
      </Form>
    </>
  );
}

export interface KeyView {
  readonly csrf: string;
  /** The key as people type it. */
  readonly key: string;
  /** The key as apps take it. */
  readonly uri: string;
  readonly errors: readonly FormError[];
}

/** Shows the key of the codes and asks for the first one. */
export function keyPage({ csrf, key, uri, errors }: KeyView): Page {
  return {
    title: words.keyTitle,
    isSecret: true,
    status: errors.length > 0 ? 400 : 200,
    hasErrors: errors.length > 0,
    content: (
      <>
        <ErrorSummary errors={errors} />
        <h1>{words.keyTitle}</h1>
        <ol>
          <li>{words.keyApp}</li>
          <li>
            {words.keyScan} <a href={uri}>{words.keyLink}</a>.
          </li>
        </ol>
        <QrPicture text={uri} label={words.keyPicture} />
        <p>{words.keyTyped}</p>
        <p class="pt-secret">{key.replace(/(.{4})(?=.)/g, '$1 ')}</p>
        <Form action="/sign-ins/second-factor/on" csrf={csrf}>
          <TextField
            form={FilledForm.empty}
            errors={errors}
            name="code"
            label={words.firstCode}
            hint={words.firstCodeHint}
            autocomplete="one-time-code"
            numeric
          />
          <Submit>{words.confirmCode}</Submit>
        </Form>
        <p>
          <a href="/sign-ins">{words.backToSignIns}</a>
        </p>
      </>
    ),
  };
}

/** The recovery codes, shown once. */
export function recoveryCodesPage(codes: readonly string[]): Page {
  return {
    title: words.codesTitle,
    isSecret: true,
    content: (
      <>
        <h1>{words.codesTitle}</h1>
        <p>{words.codesText}</p>
        <ul class="pt-codes">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <p>
          <a href="/sign-ins">{words.backToSignIns}</a>
        </p>
      </>
    ),
  };
}
