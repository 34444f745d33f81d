import { readMultipart } from './multipart.js';
import { badRequest } from './refusal.js';

/** A file that came with a call. */
export interface Upload {
  name: string;
  mime: string;
  bytes: Uint8Array;
}

/**
 * The parameters of one call, however they came: query, form, multipart or JSON. Forms carry everything as
 * text, so numbers, booleans and objects are also understood when they are written out.
 */
export class Parameters {
  constructor(
    /** As they came, with uploads left out. */
    readonly fields: Readonly<Record<string, unknown>>,
    private readonly uploads: ReadonlyMap<string, Upload>,
  ) {}

  /** Empty when it is missing. */
  text(name: string): string {
    const value = this.fields[name];
    return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
  }

  /** Null when it is missing or no whole number. */
  integer(name: string): number | null {
    const text = this.text(name).trim();
    return /^-?\d+$/.test(text) ? Number(text) : null;
  }

  flag(name: string): boolean {
    const value = this.fields[name];
    return value === true || value === 'true' || value === 'True' || value === '1';
  }

  /** The value as JSON; throws a `Refusal` where it is text that is none. */
  json(name: string): unknown {
    const value = this.fields[name];
    if (typeof value !== 'string') return value;
    if (value === '') return undefined;
    try {
      return JSON.parse(value) as unknown;
    } catch {
      throw badRequest(`can't parse ${name} JSON object`);
    }
  }

  /** All of them, with objects that were written out as text opened where they can be. */
  opened(): Record<string, unknown> {
    return Object.fromEntries(Object.entries(this.fields).map(([name, value]) => [name, opened(value)]));
  }

  /** The upload in this field, itself or by its `attach://` name. */
  upload(name: string): Upload | null {
    const attached = /^attach:\/\/(.+)$/.exec(this.text(name))?.[1];
    return this.uploads.get(attached ?? name) ?? null;
  }
}

function opened(value: unknown): unknown {
  if (typeof value !== 'string' || !value.startsWith('{')) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

/** Reads the parameters of a request. Throws a `Refusal` where they cannot be read. */
export async function readParameters(request: Request): Promise<Parameters> {
  const fields: Record<string, unknown> = Object.fromEntries(new URL(request.url).searchParams);
  const kind = request.headers.get('content-type') ?? '';
  if (kind.includes('multipart')) return readForm(fields, Buffer.from(await request.arrayBuffer()), kind);
  const body = await request.text();
  if (kind.includes('json')) Object.assign(fields, readJson(body));
  if (kind.includes('urlencoded')) Object.assign(fields, Object.fromEntries(new URLSearchParams(body)));
  return new Parameters(fields, new Map());
}

function readForm(fields: Record<string, unknown>, body: Buffer, kind: string): Parameters {
  const uploads = new Map<string, Upload>();
  const parts = readMultipart(body, kind);
  if (parts === null) throw badRequest("can't parse the multipart body");
  for (const { field, fileName, mime, bytes } of parts) {
    if (fileName === null) fields[field] = bytes.toString();
    else uploads.set(field, { name: fileName, mime, bytes });
  }
  return new Parameters(fields, uploads);
}

function readJson(text: string): Record<string, unknown> {
  if (text === '') return {};
  try {
    const body = JSON.parse(text) as unknown;
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    throw badRequest("can't parse request JSON object");
  }
}
