import {
  makeHttpClient,
  json,
  jsonBody,
  type HttpClient,
  type HttpResult,
} from '../http-client/http-client.js';
import type { Timeouts } from '../http-client/send.js';
import type { OwnerAnswer } from '../reset/ports.js';
import { faultOf, refusesKey } from './answers.js';
import { shortTimeouts, type MobileOwnership, type OwnershipParts } from './port.js';

/** At this path of an answer's JSON stands this value, as text. */
export interface Condition {
  path: readonly string[];
  value: string;
}

/** A service that is asked with one POST of JSON, and says in the answer's JSON what it has found. */
export interface HttpOwnershipSettings {
  /** In what operators read. */
  name: string;
  url: string;
  headers: Readonly<Record<string, string>>;
  /** In its texts `{mobile}` and `{nationalId}` stand for what is asked about. */
  body: Readonly<Record<string, unknown>>;
  /** What an answer says when the number is theirs, all of it; and when it is somebody else's. */
  match: readonly Condition[];
  mismatch: readonly Condition[];
  timeouts?: Timeouts;
}

/** Any service of this shape. What it says counts only word for word: everything else is no clear answer. */
export function makeHttpOwnership(
  settings: HttpOwnershipSettings,
  { onFault, onClear = () => undefined }: OwnershipParts,
): MobileOwnership {
  const { name } = settings;
  const request = makeHttpClient();
  return {
    name,
    belongs: async (mobile, nationalId) => {
      const answer = await ask(request, settings, { mobile, nationalId });
      const owner = read(settings, answer);
      if (owner === 'unknown') onFault(faultOf(name, answer));
      else onClear();
      return owner;
    },
    status: async () => {
      const answer = await ask(request, settings, nobody);
      const spoke = answer.kind === 'answered' && answer.status < 500 && json(answer) !== undefined;
      if (spoke && !refusesKey(answer) && answer.status !== 404) return 'answers';
      onFault(faultOf(name, answer));
      return refusesKey(answer) ? 'key-refused' : 'away';
    },
  };
}

/** Nobody has this number, and this ID has no right check digit. */
const nobody = { mobile: '09000000000', nationalId: '0000000001' };

interface Question {
  mobile: string;
  nationalId: string;
}

function ask(
  request: HttpClient,
  { url, headers: own, body: form, timeouts = shortTimeouts }: HttpOwnershipSettings,
  question: Question,
): Promise<HttpResult> {
  const { headers, body } = jsonBody(filled(form, question));
  return request({ method: 'POST', url: new URL(url), headers: { ...headers, ...own }, body }, timeouts);
}

/** The same JSON with its blanks filled. */
function filled(form: unknown, question: Question): unknown {
  if (typeof form === 'string')
    return form.replaceAll('{mobile}', question.mobile).replaceAll('{nationalId}', question.nationalId);
  if (Array.isArray(form)) return form.map((one) => filled(one, question));
  if (typeof form !== 'object' || form === null) return form;
  return Object.fromEntries(Object.entries(form).map(([key, value]) => [key, filled(value, question)]));
}

/** Some services say a mismatch with an HTTP error, so that is heard as well where the words are right. */
function read({ match, mismatch }: HttpOwnershipSettings, answer: HttpResult): OwnerAnswer {
  if (answer.kind !== 'answered' || answer.status >= 500) return 'unknown';
  const said = json(answer);
  const holds = (conditions: readonly Condition[]): boolean =>
    conditions.length > 0 && conditions.every(({ path, value }) => textAt(said, path) === value);
  const [yes, no] = [answer.status < 300 && holds(match), holds(mismatch)];
  if (yes === no) return 'unknown';
  return yes ? 'match' : 'mismatch';
}

/** What stands there, if it is a text, a number, true or false. */
function textAt(said: unknown, path: readonly string[]): string | undefined {
  const found = path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, key)
        ? (at as Record<string, unknown>)[key]
        : undefined,
    said,
  );
  return ['string', 'number', 'boolean'].includes(typeof found) ? String(found) : undefined;
}
