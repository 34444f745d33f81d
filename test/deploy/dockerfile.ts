/** One line of a Dockerfile, continued lines joined. */
export interface Instruction {
  name: string;
  /** `--from=build` as `from: build`. */
  flags: Readonly<Record<string, string>>;
  text: string;
}

/** What is made from one image. */
export interface Stage {
  from: string;
  name: string | null;
  instructions: Instruction[];
}

/** Reads what our own Dockerfile is written with: no heredocs, and no variables but in a `FROM`. */
export function readDockerfile(text: string): Stage[] {
  const stages: Stage[] = [];
  const args = new Map<string, string>();
  for (const line of linesOf(text)) {
    const [, name = '', flags = '', rest = ''] = /^([A-Z]+)((?:\s+--\S+)*)\s+(.*)$/s.exec(line) ?? [];
    if (name === '') throw new Error(`not understood: ${line}`);
    if (name === 'ARG') {
      const [variable = '', standard = ''] = rest.split('=');
      args.set(`\${${variable}}`, standard);
      continue;
    }
    if (name === 'FROM') {
      const [image = '', , as] = rest.split(/\s+/);
      const from = args.get(image) ?? image;
      stages.push({ from, name: as ?? null, instructions: [] });
      continue;
    }
    const given = [...flags.matchAll(/--([\w-]+)=(\S+)/g)].map(([, flag, value]) => [flag, value]);
    const all = Object.fromEntries(given) as Record<string, string>;
    stages.at(-1)?.instructions.push({ name, flags: all, text: rest.trim() });
  }
  return stages;
}

const linesOf = (text: string): string[] =>
  text
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));

/** The last instruction of this name. */
export const last = ({ instructions }: Stage, name: string): Instruction | undefined =>
  instructions.findLast((one) => one.name === name);

/** A command in JSON form, which no shell comes near. */
export const wordsOf = (instruction: Instruction | undefined): string[] => {
  const words: unknown = JSON.parse((instruction?.text ?? '').replace(/^CMD\s+/, ''));
  return (words as unknown[]).map(String);
};
