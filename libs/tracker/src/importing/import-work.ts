import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@promise/kernel';
import { Freshness, NotYetFresh } from '@promise/projections';
import { KeyVault, unwrap, wrap } from '@promise/vault';
import type { Job } from '../work/job';
import { Work } from '../work/work';
import { FileImport, type GivenFile } from './import-file';
import type { FileSubject, ImportPreview } from './import-preview';

/** The installation's secret under which files wait to be imported. */
const SECRET = 'waiting-imports';

/** How long pages may take to show what was imported before it counts as done all the same. */
const PATIENCE_MS = 60_000;

/** A file that waits to be imported, is being imported, or was. */
export interface WaitingImport {
  readonly job: Job;
  readonly file: GivenFile;
  readonly subject: FileSubject;
}

/** What is sealed of a waiting import. */
interface Kept {
  readonly name: string;
  readonly subject: FileSubject;
  /** Base64. */
  readonly content: string;
}

/** Imports that begin with a look at what they would do, and go on behind a page. */
@Injectable()
export class ImportWork {
  constructor(
    private readonly files: FileImport,
    private readonly work: Work,
    private readonly vault: KeyVault,
    private readonly freshness: Freshness,
  ) {}

  /** Keeps a file, sealed, until somebody has looked at its preview; returns the id that the import will have. */
  async keep({ name, content }: GivenFile, subject: FileSubject, partnership: string): Promise<string> {
    const id = randomUUID();
    const { kind, title, key } = subject;
    const kept: Kept = { name, subject: { kind, title, key }, content: content.toString('base64') };
    const clear = Buffer.from(JSON.stringify(kept));
    const sealed = wrap(await this.vault.secret(SECRET), boundTo(id, partnership), clear);
    await this.work.jobs.addImport(id, partnership, sealed);
    return id;
  }

  /** Null where this partnership has no such import, or it was forgotten. */
  async find(id: string, partnership: string): Promise<WaitingImport | null> {
    const job = await this.work.jobs.findImport(id, partnership);
    const sealed = job && (await this.work.jobs.sealedImport(id));
    if (!sealed) return null;
    const clear = unwrap(await this.vault.secret(SECRET), boundTo(id, partnership), sealed);
    const { name, subject, content } = JSON.parse(clear.toString()) as Kept;
    const file = { name, content: Buffer.from(content, 'base64') };
    return { job: await this.settled(job, file, partnership), file, subject };
  }

  /** How far an import is, without its file. */
  async progress(id: string, partnership: string): Promise<Job | null> {
    return this.work.jobs.findImport(id, partnership);
  }

  /** Begins the import that was shown; changes nothing where it is begun or done already. */
  async begin(
    { job: { id }, file }: WaitingImport,
    partnership: string,
    shown: ImportPreview,
    person: Actor,
  ): Promise<void> {
    if (!(await this.work.jobs.beginImport(id, shown.changes.length))) return;
    this.work.begin(id, async (progress) => {
      const { version } = shown;
      const { changes, position } = await this.files.importGiven(file, partnership, { id, person, version });
      progress(changes.length, changes.length);
      if (position !== null) await this.shows(position);
      return changes.length;
    });
  }

  /** An import is one command and its events are one append: where one that was broken off has written, it is done. */
  private async settled(job: Job, file: GivenFile, partnership: string): Promise<Job> {
    if (job.state !== 'broken-off' && job.state !== 'failed') return job;
    if (!(await this.files.isRecorded(file, partnership, job.id))) return job;
    await this.work.jobs.done(job.id, job.total ?? job.done);
    return (await this.progress(job.id, partnership)) ?? job;
  }

  private async shows(position: string): Promise<void> {
    await this.freshness.waitUntil(position, PATIENCE_MS).catch((error: unknown) => {
      // It is recorded; the pages will come to it.
      if (!(error instanceof NotYetFresh)) throw error;
    });
  }
}

/** A file opens only as the import, and in the partnership, that it was given for. */
function boundTo(id: string, partnership: string): Buffer {
  return Buffer.from(JSON.stringify([id, partnership]));
}
