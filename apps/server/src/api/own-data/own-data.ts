import { Injectable } from '@nestjs/common';
import { InspectorReads, KeptAbout } from '@promise/identity';
import { PartnershipsQuery } from '@promise/partnerships';
import { type RecordOfPerson, RecordsOfPerson } from '@promise/trail';
import { Now } from '../conventions/now';

const ABOUT = [
  'This is what is kept about you in this tracker. Each partnership that is named here is the controller of what it keeps: ask it if something is wrong, or should be erased.',
  'Your password, the tokens of your programs and the sign-ins of your browsers are kept in a form that nobody can read, and stand in no file. Wrong attempts to sign in are kept in such a form, too, without your name.',
  'Where something that you recorded is about somebody else’s roles, what it says of them is left out.',
];

/** Everything that is kept about a person, for themselves. */
@Injectable()
export class OwnData {
  constructor(
    private readonly kept: KeptAbout,
    private readonly reads: InspectorReads,
    private readonly records: RecordsOfPerson,
    private readonly partnerships: PartnershipsQuery,
    private readonly now: Now,
  ) {}

  /** By name; what grows with what they do comes one by one. */
  async of(person: string): Promise<Readonly<Record<string, unknown>>> {
    return {
      about: ABOUT,
      madeAt: this.now.instant(),
      person,
      controllers: await this.controllers(person),
      ...(await this.kept.person(person)),
      roles: mapped(this.records.about(person), roleChange),
      recorded: mapped(this.records.by(person), (record) => ownRecord(record, person)),
      readAsInspector: this.reads.of(person),
    };
  }

  private async controllers(person: string): Promise<{ readonly partnership: string; readonly name: string }[]> {
    const ids = new Set([...(await this.records.partnerships(person)), ...(await this.reads.partnershipsOf(person))]);
    const names = new Map((await this.partnerships.list()).map(({ partnership, name }) => [partnership, name]));
    return [...ids].sort().map((partnership) => ({ partnership, name: names.get(partnership) ?? partnership }));
  }
}

async function* mapped<From, To>(values: AsyncIterable<From>, to: (value: From) => To): AsyncGenerator<To> {
  for await (const value of values) yield to(value);
}

/** What became of one of their roles, without who did it. */
function roleChange({ partnership, recordNumber, recordedAt, type, payload }: RecordOfPerson): object {
  const { person: _, ...change } = payload as { readonly person?: string };
  return { partnership, recordNumber, recordedAt, what: type, ...change };
}

function ownRecord({ who, payload, concerns, ...record }: RecordOfPerson, person: string): object {
  const { partnership, recordNumber, recordedAt, effectiveOn, type, what, why } = record;
  const common = { partnership, recordNumber, recordedAt, effectiveOn, inTheRole: who.role, type, concerns };
  return isOfSomebodyElse(concerns.kind, payload, person) ? common : { ...common, what, why, payload };
}

function isOfSomebodyElse(kind: string, payload: object, person: string): boolean {
  return kind === 'people' && !('person' in payload && payload.person === person);
}
