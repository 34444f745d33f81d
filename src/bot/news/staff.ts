import type { MiddlewareFn } from 'grammy';
import { identityLines, statusLines } from '../../commands/member-lines.js';
import { requestButtons } from '../../commands/request-buttons.js';
import { renderAlert } from './alert.js';
import type { StaffEvent } from '../../staff/events.js';
import type { Message } from '../../chat/reply.js';
import type { StaffMember } from '../../people/people.js';
import { isToStaff, type ToStaff } from '../../chat/events.js';
import type { UpdateScope, BotContext } from '../../chat/context.js';
import { renderListProgress, renderListQuestion } from './list.js';
import { renderDigest } from './digest.js';
import { renderSmsStatus, renderSmsTest } from './sms.js';
import { renderTrailCheck } from './trail.js';

/** Tells staff what concerns them. Whoever is of staff no more hears nothing but that. */
export const renderStaffEvents: MiddlewareFn<BotContext> = async ({ scope }, next) => {
  const { event, services, asker } = scope;
  if (!event || !isToStaff(event)) return next();
  if (event.kind === 'staff-role') return tellRole(scope, event);
  const by = await services.people.at(asker);
  if (by) await tell(scope, by, event);
};

/** Who came, went or rose, by whom, and from when on they may be one of two. */
function changeLines({ kind: _, ...news }: StaffEvent & { kind: 'staff-change' }): Message[] {
  return [
    { ...news, kind: `staff-change-${news.change}` },
    {
      ...news,
      kind:
        news.by === ''
          ? 'staff-change-at-shell'
          : news.agreed === ''
            ? 'staff-change-by'
            : 'staff-change-by-two',
    },
    ...(news.from > 0 ? [{ kind: 'staff-change-second', from: news.from }] : []),
  ];
}

async function tellRole(scope: UpdateScope, news: StaffEvent & { kind: 'staff-role' }): Promise<void> {
  const keyboard = await scope.showMenu(news.role);
  await scope.replies.say(news, news.role === 'none' ? 'removed' : keyboard);
}

async function tell(scope: UpdateScope, actor: StaffMember, news: ToStaff): Promise<void> {
  const { services, replies } = scope;
  const { staff } = services;
  switch (news.kind) {
    case 'staff-approval': {
      const asked = await staff.actions.consult(actor, news.approvalId);
      if (!asked) return;
      const { action, token, name, reference, until } = asked;
      const title = { kind: 'approval-asked', name, reference, until };
      const about = 'memberId' in action ? await staff.lookUp.byId(action.memberId) : null;
      const overview = about && (await staff.lookUp.open(actor, about)).overview;
      return replies.say(
        [
          title,
          { ...action, kind: `ask-${action.kind}` },
          ...(overview ? [{ lines: identityLines(overview) }, { lines: statusLines(overview) }] : []),
        ],
        [[`approve:${token}`, `refuse:${token}`], ...(overview ? [`member:${overview.insuredCode}`] : [])],
      );
    }
    case 'staff-change':
      return replies.say({ lines: changeLines(news) });
    case 'staff-decided': {
      const decided = await staff.actions.decided(news.approvalId);
      if (!decided) return;
      const { action, state, reference } = decided;
      const did = state === 'approved' ? [{ ...action, kind: `did-${action.kind}` }] : [];
      return replies.say([{ kind: 'staff-decided', state, reference }, ...did]);
    }
    case 'staff-request': {
      const request = await staff.requests.byId(news.requestId);
      const member = request && (await staff.lookUp.byId(request.memberId));
      if (!member) return;
      const { insuredCode } = member;
      const { reference, kind } = request;
      return replies.say(
        { kind: 'staff-request', request: kind, reference, insuredCode },
        requestButtons(actor.role, { kind, insuredCode, reference }),
      );
    }
    case 'staff-alert': {
      const alert = renderAlert(actor, news);
      return alert ? replies.say(alert.message, alert.keyboard) : undefined;
    }
    case 'staff-file':
      return replies.say({ kind: `file-${news.trouble}`, what: { kind: `file-${news.what}` } });
    case 'staff-trail':
      return replies.say(renderTrailCheck(news));
    case 'staff-list':
      return renderListProgress({ scope, actor, staff }, news);
    case 'staff-list-question':
      return renderListQuestion({ scope, actor, staff }, news);
    case 'staff-sms':
      return replies.say(renderSmsStatus(news), news.standings.length > 0 ? ['sms-test'] : []);
    case 'staff-digest':
      return replies.say(renderDigest(news));
    case 'staff-sms-tested':
      return replies.say(renderSmsTest(news));
    default:
      return;
  }
}
