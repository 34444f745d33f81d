/** What somebody uploaded, to the bot or from it. */
export interface StoredFile {
  id: string;
  name: string;
  mime: string;
  bytes: Uint8Array;
  /** `file_path`: where it is downloaded. */
  path: string;
}

/** The files of one messenger; ids of one mean nothing to the other. */
export class FileShelf {
  readonly #files: StoredFile[] = [];

  constructor(private readonly prefix: string) {}

  store(file: Pick<StoredFile, 'name' | 'mime' | 'bytes'>, folder: string): StoredFile {
    const number = this.#files.length + 1;
    const ending = /\.\w{1,8}$/.exec(file.name)?.[0] ?? '';
    const stored = {
      ...file,
      id: `${this.prefix}-file-${number}`,
      path: `${folder}/file_${number}${ending}`,
    };
    this.#files.push(stored);
    return stored;
  }

  find(id: string): StoredFile | undefined {
    return this.#files.find((file) => file.id === id);
  }

  at(path: string): StoredFile | undefined {
    return this.#files.find((file) => file.path === path);
  }
}
