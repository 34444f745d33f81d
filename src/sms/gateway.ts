import type { Clock } from '../clock.js';
import { makeBreaker, type Breaker, type BreakerSettings, type BreakerState, type Went } from './breaker.js';
import { troublesIn, type SmsTrouble } from './troubles.js';
import type { CodeMessage, Credit, Delivery, NoticeMessage, SmsProvider, SmsResult } from './port.js';

/** What came of a message, and through whom: null when no provider was asked. An id is `provider:id`. */
export type SendResult = SmsResult & { through: string | null };

/** By which provider only, or by all but one. */
export interface RouteChoice {
  only?: string;
  without?: string;
}

export interface ProviderStatus {
  name: string;
  breaker: BreakerState;
  /** Null when the vendor does not tell. */
  credit: Credit | null;
}

/** All providers as one, in their order. Never throws for what vendors do. */
export interface SmsGateway {
  /** Their names, in the order in which they are tried. */
  readonly providers: readonly string[];
  sendCode(message: CodeMessage, route?: RouteChoice): Promise<SendResult>;
  sendNotice(message: NoticeMessage, route?: RouteChoice): Promise<SendResult>;
  /** What became of a message, by the id that the gateway gave. */
  status(id: string): Promise<Delivery>;
  statuses(): Promise<ProviderStatus[]>;
  /** Has every provider failed so often that it is left alone for now? */
  rests(): boolean;
  /** Those that failed so often, and have not sent since. */
  resting(): string[];
}

export interface SmsGatewayParts {
  /** In the order in which they are tried. */
  providers: readonly SmsProvider[];
  clock: Clock;
  breaker?: BreakerSettings;
  /** Is told of each trouble, however often. */
  onTrouble?: (trouble: SmsTrouble) => void;
  /** Is told when one that rested has sent again. */
  onBack?: (provider: string) => void;
}

/**
 * Tries the next provider when one has certainly not sent, and never when it may have:
 * a message in doubt is not repeated by itself.
 */
export function makeSmsGateway({
  providers,
  clock,
  breaker = usualBreaker,
  onTrouble = () => undefined,
  onBack = () => undefined,
}: SmsGatewayParts): SmsGateway {
  const lines = providers.map((provider) => ({
    provider,
    breaker: makeBreaker(breaker, clock),
    onTrouble,
    onBack,
  }));
  return {
    providers: providers.map(({ name }) => name),
    sendCode: (message, route) => pass(along(lines, route), message, (one) => one.sendCode(message)),
    sendNotice: (message, route) =>
      pass(along(lines, route), message, (one) => one.sendNotice(message), howNoticeWent),
    status: async (id) => {
      const [name, ...rest] = id.split(':');
      const provider = providers.find((candidate) => candidate.name === name);
      return provider ? provider.status(rest.join(':')) : 'unknown';
    },
    rests: () => lines.length > 0 && lines.every((line) => line.breaker.state() === 'open'),
    resting: () =>
      lines.filter((line) => line.breaker.state() !== 'closed').map(({ provider: { name } }) => name),
    statuses: () =>
      Promise.all(
        lines.map(async (line) => ({
          name: line.provider.name,
          breaker: line.breaker.state(),
          credit: await line.provider.credit(),
        })),
      ),
  };
}

const usualBreaker: BreakerSettings = { faults: 3, restMs: 60_000 };

interface Route {
  provider: SmsProvider;
  breaker: Breaker;
  onTrouble: (trouble: SmsTrouble) => void;
  onBack: (provider: string) => void;
}

/** Whoever is named is asked even while they rest: somebody wants to know. */
function along(lines: readonly Route[], { only, without }: RouteChoice = {}): Route[] {
  if (only === undefined) return lines.filter(({ provider: { name } }) => name !== without);
  const named = lines.filter(({ provider: { name } }) => name === only);
  return named.map((line) => ({ ...line, breaker: { ...line.breaker, admit: () => true } }));
}

/** Gateways take a list where we mean one number; what is not one number of a mobile goes to nobody. */
const oneMobile = /^09\d{9}$/;
const notOneMobile: SendResult = {
  kind: 'refused',
  reason: 'recipient',
  fault: 'not one mobile number',
  through: null,
};

async function pass(
  lines: readonly Route[],
  { to }: { to: string },
  send: (provider: SmsProvider) => Promise<SmsResult>,
  went: (result: SmsResult) => Went = howCodeWent,
): Promise<SendResult> {
  if (!oneMobile.test(to)) return notOneMobile;
  const notSent: SendResult[] = [];
  for (const line of lines) {
    const { name } = line.provider;
    const result = line.breaker.admit()
      ? through(name, await reported(line, send(line.provider), went))
      : resting(name);
    if (!certainlyNotSent(result)) return result;
    notSent.push(result);
  }
  // As long as one provider is merely away it may be tried again: that outweighs all refusals.
  return notSent.find(({ kind }) => kind === 'unavailable') ?? notSent.at(-1) ?? noProvider;
}

const noProvider: SendResult = {
  kind: 'refused',
  reason: 'configuration',
  fault: 'no provider',
  through: null,
};

function resting(name: string): SendResult {
  return { kind: 'unavailable', maybeSent: false, fault: `${name} is resting`, through: null };
}

async function reported(
  line: Route,
  sending: Promise<SmsResult>,
  howItWent: (result: SmsResult) => Went,
): Promise<SmsResult> {
  const { provider, breaker, onTrouble, onBack } = line;
  let went: Went = 'wrong';
  try {
    const result = await sending;
    went = howItWent(result);
    for (const kind of troublesIn(result)) onTrouble({ provider: provider.name, kind });
    return result;
  } finally {
    const rested = breaker.state() !== 'closed';
    breaker.report(went);
    if (rested && breaker.state() === 'closed') onBack(provider.name);
    if (went === 'wrong' && breaker.state() === 'open')
      onTrouble({ provider: provider.name, kind: 'resting' });
  }
}

/** A number that a vendor does not take is no fault of the vendor. */
const howCodeWent = (result: SmsResult): Went =>
  result.kind === 'unavailable' || (result.kind === 'refused' && result.reason !== 'recipient')
    ? 'wrong'
    : 'well';

/** Notices have a template of their own: whoever refuses them may well send codes, which are not to rest for it. */
const howNoticeWent = (result: SmsResult): Went =>
  result.kind === 'refused' ? 'neither' : howCodeWent(result);

const certainlyNotSent = (result: SmsResult): boolean =>
  result.kind === 'refused' || (result.kind === 'unavailable' && !result.maybeSent);

/** As wide as the columns in which it is kept. */
const longestId = 64;

/** A vendor's id is taken as it comes, if there is room for it; it was sent all the same, and only cannot be asked about. */
function through(name: string, result: SmsResult): SendResult {
  if (result.kind !== 'accepted' || result.id === null) return { ...result, through: name };
  const id = `${name}:${result.id}`;
  return { kind: 'accepted', id: id.length <= longestId ? id : null, through: name };
}
