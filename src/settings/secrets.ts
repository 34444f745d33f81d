import { z } from 'zod';

const marked = z.registry<{ secret: true }>();

/** Marks a setting whose value is for the product alone. It may then come from a file as well, see `NAME_FILE`. */
export function secret<Setting extends z.ZodType>(setting: Setting): Setting {
  marked.add(setting, { secret: true });
  return setting;
}

/** Is it marked, whatever was asked of it or made of it afterwards? */
export function isSecret(setting: z.ZodType): boolean {
  const { innerType, in: before, out: after }: Inside = setting.def;
  const parts = [innerType, before, after].filter((part) => part !== undefined);
  return marked.get(setting) !== undefined || parts.some(isSecret);
}

/** What stands within a schema: of one that may be left out, and of one that leads to another. */
interface Inside {
  type: string;
  innerType?: z.ZodType;
  in?: z.ZodType;
  out?: z.ZodType;
}
