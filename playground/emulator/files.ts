/** What somebody uploaded, to the bot or from it. */
export interface StoredFile {
  id: string;
  name: string;
  mime: string;
  bytes: Uint8Array;
  /** `file_path`: where it is downloaded. */
  path: string;
}

const anyBytes = 'application/octet-stream';

/** What a name tells of a file, as the messengers' servers guess it: bots seldom say it. */
const types: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.txt': 'text/plain',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The files of one messenger; ids of one mean nothing to the other. */
export class FileShelf {
  readonly #files: StoredFile[] = [];

  constructor(private readonly prefix: string) {}

  /** Of a file that is said to be any bytes, its name tells the type. */
  store(file: Pick<StoredFile, 'name' | 'mime' | 'bytes'>, folder: string): StoredFile {
    const number = this.#files.length + 1;
    const ending = /\.\w{1,8}$/.exec(file.name)?.[0] ?? '';
    const mime = file.mime === anyBytes ? (types[ending.toLowerCase()] ?? anyBytes) : file.mime;
    const stored = {
      ...file,
      mime,
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
