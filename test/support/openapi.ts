import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Answer, Received } from './vendors/stand-in.js';

type Schema = Parameters<typeof z.fromJSONSchema>[0];
interface Parameter {
  name: string;
  in: 'path' | 'header' | 'query';
  required?: boolean;
  schema: Schema;
}
type Content = Record<string, { schema: Schema }>;
interface Operation {
  parameters?: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content }>;
}

/** A published contract, to hold requests and answers against. Paths are those after the base path. */
export interface PublishedApi {
  operations: readonly string[];
  /** Fails unless this exchange is as published; gives the operation's name and status. */
  holds(basePath: string, request: Received, answer: Answer): string;
}

export function readApi(file: string): PublishedApi {
  const raw = parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const { paths } = resolved(raw, raw) as { paths: Record<string, Record<string, Operation>> };
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  return {
    operations: all.map(({ method, path }) => `${method} ${path}`),
    holds: (basePath, request, answer) => {
      const path = request.url.pathname.slice(basePath.length);
      const found = all.find((one) => one.method === request.method && matcher(one.path).test(path));
      if (!found) throw new Error(`not published: ${request.method} ${path}`);
      checkRequest(found.operation, request, matcher(found.path).exec(path)?.groups ?? {});
      checkAnswer(found.operation, answer);
      return `${found.method} ${found.path} ${answer.status}`;
    },
  };
}

const matcher = (path: string): RegExp => new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);

function checkRequest(
  { parameters = [], requestBody }: Operation,
  request: Received,
  fromPath: object,
): void {
  const values: Record<Parameter['in'], Record<string, unknown>> = {
    path: { ...fromPath },
    header: request.headers,
    query: Object.fromEntries(request.url.searchParams),
  };
  for (const parameter of parameters) {
    const name = parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name;
    fits(parameter.schema, values[parameter.in][name], `${parameter.in} ${parameter.name}`);
  }
  expect(Object.keys(values.query)).toEqual([]);
  if (!requestBody) expect(request.body).toBe('');
  else fits(requestBody.content['application/json']?.schema, JSON.parse(request.body), 'request body');
}

function checkAnswer({ responses }: Operation, { status, type = 'application/json', body }: Answer): void {
  const published = responses[status];
  expect(published, `status ${status} is not published`).toBeDefined();
  fits(published?.content?.[type.split(';')[0] ?? '']?.schema, JSON.parse(body), `answer ${status}`);
}

function fits(schema: Schema | undefined, value: unknown, what: string): void {
  if (!schema) throw new Error(`${what} has no published schema`);
  const { error } = z.fromJSONSchema(schema).safeParse(value);
  expect(error?.message, what).toBeUndefined();
}

/** The same with every `$ref` replaced by what it names. */
function resolved(node: unknown, root: Record<string, unknown>): unknown {
  if (Array.isArray(node)) return node.map((item) => resolved(item, root));
  if (typeof node !== 'object' || node === null) return node;
  const reference = (node as { $ref?: string }).$ref;
  if (reference) {
    const steps = reference.replace('#/', '').split('/');
    return resolved(
      steps.reduce<unknown>((place, step) => (place as Record<string, unknown>)[step], root),
      root,
    );
  }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, resolved(value, root)]));
}
