import { InboxEntry } from '../../entities/inbox-entry.js';
import { StaffAccount } from '../../entities/staff-account.js';
import { StaffPerson } from '../../entities/staff-person.js';
import { isRanked } from '../../src/people/role.js';
import { byTwo, names, type Hand, type Hands, type Human } from './hands.js';
import { holds } from './seen.js';
import { privateChat, type Account, type World } from './world.js';

/** Who works here, as an onlooker sees it: nobody comes in, up, or in by another account without two; and all of rank hear of it. */
export function watchStaff(world: World) {
  const { manager, clock, accounts, rankSince } = world;
  let persons = new Map<number, StaffPerson>();
  let heard = new Map<string, number>();

  const see = async () => ({
    persons: new Map((await manager.find(StaffPerson)).map((person) => [person.id, person])),
    accounts: await manager.findBy(StaffAccount, { platform: 'telegram' }),
  });
  const messages = async (): Promise<Map<string, number>> => {
    const rows = await manager
      .createQueryBuilder(InboxEntry, 'entry')
      .select('entry.chatKey', 'chat')
      .addSelect('COUNT(*)', 'count')
      .groupBy('entry.chatKey')
      .getRawMany<{ chat: string; count: number }>();
    return new Map(rows.map(({ chat, count }) => [chat, Number(count)]));
  };

  /** What has changed of who may do what. */
  const changes = (now: Awaited<ReturnType<typeof see>>): { up: string[]; any: boolean } => {
    const up: string[] = [];
    let any = false;
    for (const [id, { state, role }] of now.persons) {
      const before = persons.get(id);
      const [was, is] = [
        before?.state === 'active' ? rank(before.role) : -1,
        state === 'active' ? rank(role) : -1,
      ];
      if (is > was) up.push(`${id} is ${role}`);
      any ||= is !== was;
      if (is < 1) rankSince.delete(id);
      else if (!rankSince.has(id)) rankSince.set(id, clock.now().getTime());
      const isBack = before?.state === 'removed' && state === 'active';
      for (const account of accounts)
        if (isBack && account.personId === id) account.since = clock.now().getTime();
    }
    return { up, any };
  };
  const newAccounts = (now: Awaited<ReturnType<typeof see>>, hands: Hands): Account[] =>
    now.accounts
      .filter(({ account }) => !accounts.some(({ asker }) => asker.senderId === account))
      .map(({ account, personId }) => ({
        ...{ personId, human: holderOf(world, personId, hands), asker: privateChat(Number(account)) },
        ...{ since: clock.now().getTime(), vouchers: vouchersOf(hands.staff) },
      }));

  return {
    begin: async (): Promise<void> => {
      ({ persons } = await see());
      heard = await messages();
    },
    look: async (what: string, hands: Hands): Promise<void> => {
      const now = await see();
      const [{ up, any }, fresh] = [changes(now), newAccounts(now, hands)];
      const [rise] = [...up, ...fresh.map(({ asker }) => `${asker.senderId} is an account`)];
      if (rise) holds(byTwo(hands), `${what}: ${rise} by ${names(hands)}`);
      const before = heard;
      if (any || fresh.length > 0) {
        heard = await messages();
        for (const { personId, chatKey } of now.accounts) {
          const person = now.persons.get(personId);
          if (chatKey === null || person?.state !== 'active' || !isRanked(person.role)) continue;
          const told = (heard.get(chatKey) ?? 0) > (before.get(chatKey) ?? 0);
          holds(told, `${what}: ${chatKey} is to hear of it`);
        }
      }
      accounts.push(...fresh);
      ({ persons } = now);
    },
  };
}

const rank = (role: StaffPerson['role']): number => ['operator', 'supervisor', 'owner'].indexOf(role);

/** Whoever is dishonest holds every account that they have asked for; others are their person's own. */
function holderOf({ accounts, insider }: World, personId: number, { staff: [asker] }: Hands): Human {
  if (asker?.human === insider) return insider;
  return accounts.find((one) => one.personId === personId)?.human ?? `honest-${personId}`;
}

const vouchersOf = (staff: readonly Hand[]): ReadonlySet<Human> =>
  new Set(staff.flatMap(({ human, vouchers }) => [human, ...vouchers]));
