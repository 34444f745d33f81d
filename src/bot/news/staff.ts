import type { MiddlewareFn } from 'grammy';
import { requestButtons } from '../../commands/request-buttons.js';
import { toldAlert } from './alert.js';
import type { StaffEvent } from '../../staff/events.js';
import type { StaffMember } from '../../people/people.js';
import type { House, HouseContext } from '../../chat/context.js';
import { listNews } from './list.js';
import { digestNews } from './digest.js';
import { smsNews, smsTested } from './sms.js';
import { trailNews } from './trail.js';

/** Tells staff what concerns them. Whoever is of staff no more hears nothing but that. */
export const staffNews: MiddlewareFn<HouseContext> = async ({ house }, next) => {
  const { event, desk, asker } = house;
  if (!event?.kind.startsWith('staff-')) return next();
  const news = event as StaffEvent;
  if (news.kind === 'staff-role') return tellRole(house, news);
  const by = await desk.staff.people.at(asker);
  if (by) await tell(house, by, news);
};

async function tellRole(house: House, news: StaffEvent & { kind: 'staff-role' }): Promise<void> {
  const keyboard = await house.showMenu(news.role);
  await house.voice.say(news, news.role === 'none' ? 'removed' : keyboard);
}

async function tell(house: House, by: StaffMember, news: StaffEvent): Promise<void> {
  const { desk, voice } = house;
  const { staff } = desk;
  switch (news.kind) {
    case 'staff-approval': {
      const asked = await staff.acts.consult(by, news.approvalId);
      if (!asked) return;
      const { act, token, name, reference, until } = asked;
      const title = { kind: 'approval-asked', name, reference, until };
      return voice.say(
        [title, { ...act, kind: `ask-${act.kind}` }],
        [[`approve:${token}`, `refuse:${token}`]],
      );
    }
    case 'staff-decided': {
      const decided = await staff.acts.decided(news.approvalId);
      if (!decided) return;
      const { act, state, reference } = decided;
      const did = state === 'approved' ? [{ ...act, kind: `did-${act.kind}` }] : [];
      return voice.say([{ kind: 'staff-decided', state, reference }, ...did]);
    }
    case 'staff-request': {
      const request = await staff.requests.byId(news.requestId);
      const member = request && (await staff.members.byId(request.memberId));
      if (!member) return;
      const { insuredCode } = member;
      const { reference, kind } = request;
      return voice.say(
        { kind: 'staff-request', request: kind, reference, insuredCode },
        requestButtons(by.role, { kind, insuredCode, reference }),
      );
    }
    case 'staff-alert': {
      const alert = toldAlert(by, news);
      return alert ? voice.say(alert.saying, alert.keyboard) : undefined;
    }
    case 'staff-file':
      return voice.say({ kind: `file-${news.trouble}`, what: { kind: `file-${news.what}` } });
    case 'staff-trail':
      return voice.say(trailNews(news));
    case 'staff-list':
      return listNews({ house, by, staff }, news);
    case 'staff-sms':
      return voice.say(smsNews(news), news.standings.length > 0 ? ['sms-test'] : []);
    case 'staff-digest':
      return voice.say(digestNews(news));
    case 'staff-sms-tested':
      return voice.say(smsTested(news));
    default:
      return;
  }
}
