import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** What a schema looks like inside, as far as we look. */
interface Inside {
  type: string;
  in?: z.ZodType;
  innerType?: z.ZodType;
  defaultValue?: unknown;
}
const inside = (schema: z.ZodType): Inside => schema.def;

const folders = ['config/', 'sms/vendors/'].map((name) => new URL(`../../src/${name}`, import.meta.url));

/** Every setting that the product reads, with the text of its default; empty for none. */
export async function everySetting(): Promise<Map<string, string>> {
  const settings = new Map<string, string>();
  for (const file of folders.flatMap(filesIn)) {
    const module = (await import(file.href)) as Record<string, unknown>;
    for (const group of groupsIn(module))
      for (const [name, field] of Object.entries(group.shape))
        settings.set(name, defaultOf(field as z.ZodType));
  }
  return settings;
}

const filesIn = (folder: URL): URL[] =>
  readdirSync(fileURLToPath(folder))
    .sort()
    .map((file) => new URL(file, folder));

/** The groups that a module exports, alone, in a list or by name in one object. */
function groupsIn(module: Record<string, unknown>): z.ZodObject[] {
  const exported = Object.values(module).flatMap((one) =>
    isPlain(one) || Array.isArray(one) ? (Object.values(one) as unknown[]) : [one],
  );
  return exported.flatMap((one) => (one instanceof z.ZodType ? (objectIn(one) ?? []) : []));
}

const isPlain = (one: unknown): one is object =>
  typeof one === 'object' && one !== null && Object.getPrototypeOf(one) === Object.prototype;

function objectIn(schema: z.ZodType): z.ZodObject | null {
  if (schema instanceof z.ZodObject) return schema;
  const { in: before } = inside(schema);
  return before ? objectIn(before) : null;
}

function defaultOf(field: z.ZodType): string {
  const { defaultValue, in: before, innerType } = inside(field);
  if (defaultValue !== undefined) return typeof defaultValue === 'string' ? defaultValue : '';
  const next = before ?? innerType;
  return next ? defaultOf(next) : '';
}
