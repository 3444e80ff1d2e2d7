/** The largest file that is taken: 20 MB as a person's computer counts them. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

export interface FileToKeep {
  /** UUID, made from the command that brings the file. */
  readonly id: string;
  readonly partnership: string;
  /** Whose key protects it; with that key the file goes. */
  readonly subject: string;
  /** As the person's browser said; to be believed no further than that. At most 255 visible ASCII characters. */
  readonly mediaType: string;
  readonly content: Buffer;
}

export interface KeptFile {
  /** SHA-256 of what was given, in hexadecimal. */
  readonly sha256: string;
  /** Bytes of what was given. */
  readonly size: number;
}

export interface FileFound {
  readonly content: Buffer;
  readonly mediaType: string;
  readonly sha256: string;
}

/** Files that show what a milestone came to, kept encrypted. */
export abstract class EvidenceFiles {
  /**
   * Keeps a file, durable when this returns. The same file under the same id again gets the same answer.
   * @throws FileTooLarge
   * @throws FileIdTaken the id stands for another file; nothing was written
   * @throws KeyDestroyed nothing can be sealed for the subject any more
   */
  abstract put(file: FileToKeep): Promise<KeptFile>;

  /**
   * The file, checked against its SHA-256; null when this partnership has none of that id.
   * @throws FileErased its key was destroyed
   * @throws BrokenFile it is not what was given
   */
  abstract get(partnership: string, id: string): Promise<FileFound | null>;
}

export class FileTooLarge extends Error {
  constructor(readonly bytes: number) {
    super(`the file has ${bytes} bytes; at most ${MAX_FILE_BYTES} (20 MB) are taken`);
    this.name = 'FileTooLarge';
  }
}

export class FileIdTaken extends Error {
  constructor(readonly id: string) {
    super(`file id ${id} stands for another file already`);
    this.name = 'FileIdTaken';
  }
}

export class FileErased extends Error {
  constructor(readonly id: string) {
    super(`file ${id} was erased: its key is destroyed`);
    this.name = 'FileErased';
  }
}

export class BrokenFile extends Error {
  constructor(
    readonly id: string,
    cause: unknown,
  ) {
    super(`file ${id} is not what was given`, { cause });
    this.name = 'BrokenFile';
  }
}
