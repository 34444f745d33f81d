/** A module of the product as it is built: threads run no TypeScript. */
export const built = (path: string): Promise<unknown> =>
  import(new URL(`../../dist/src/${path}`, import.meta.url).href);
