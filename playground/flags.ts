import { parseArgs, type ParseArgsConfig } from 'node:util';

/** What is wrong with the flags that a program was given, and how they are used. */
export class Usage extends Error {
  constructor(fault: string, usage: string) {
    super(`${fault}\n\n${usage}`);
  }
}

/** The values of these flags. Throws a `Usage` for anything else. */
export function readFlags<const Flags extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Flags,
  usage: string,
) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new Usage((error as Error).message, usage);
  }
}

/** What a flag names, as `--only B3,C1` does; null where it was not given. Throws a `Usage` for a name that there is not. */
export function readNames<Name extends string>(
  { flag, given }: { flag: string; given: string | undefined },
  known: readonly Name[],
  usage: string,
): Name[] | null {
  const isKnown = (name: string): name is Name => known.some((one) => one === name);
  return (
    given?.split(',').map((name) => {
      if (isKnown(name)) return name;
      throw new Usage(`${flag} knows ${known.join(', ')}, and not ${name}`, usage);
    }) ?? null
  );
}
