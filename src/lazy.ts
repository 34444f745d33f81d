/** How each member of an object is made. */
export type Makers<T> = { readonly [Name in keyof T]: () => T[Name] };

/**
 * An object whose members are made when they are first asked for, and once. Take from it by name: spreading it would
 * make them all.
 */
export function lazily<T extends object>(makers: Makers<T>): T {
  const made = {};
  for (const name of Object.keys(makers) as (keyof T)[]) {
    const get = (): T[keyof T] => {
      const value = makers[name]();
      Object.defineProperty(made, name, { value, enumerable: true });
      return value;
    };
    Object.defineProperty(made, name, { get, enumerable: true, configurable: true });
  }
  return made as T;
}
