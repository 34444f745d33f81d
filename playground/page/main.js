import { makeChat } from './chat.js';
import { makeDesk } from './desk.js';
import { makePeople } from './people.js';
import { makePhone } from './phone.js';
import { makePortal } from './portal.js';
import { makeStrip } from './strip.js';
import { makeTabs } from './tabs.js';
import { toast } from './toast.js';
import { makeUnread } from './unread.js';
import { act, hand, makeWire } from './wire.js';
import { language, words } from './words.js';

/** Who is watched, and in which pane: `#sara/telegram/chat`. */
const [role = 'sara', messenger = 'telegram', tab = 'chat'] = location.hash
  .slice(1)
  .split('/')
  .filter(Boolean);

/** What the page knows that the stage does not. */
const watching = { role, messenger, tab };
let view = null;

const attempt = (work) =>
  work.catch(({ status }) => {
    toast(status === 413 ? words.tooBig : words.failed);
    return null;
  });

const inThisChat = (deed) => `chats/${watching.messenger}/${watching.role}/${deed}`;

const stage = {
  unread: makeUnread(),
  /** Does something in this person's chat. */
  inChat: (deed, body) => attempt(act(inThisChat(deed), body)),
  /** Sends a file in this person's chat. */
  handOver: (file) => attempt(hand(inThisChat('document'), file)),
  atPhone: (change) => attempt(act(`phones/${view.phone.number}`, change)),
  atPortal: (deed, body) => attempt(act(`portal/${deed}`, body)),
  behind: (deed, body) => attempt(act(`backstage/${deed}`, body)),
  show(change) {
    const before = `${watching.role}/${watching.messenger}`;
    Object.assign(watching, change);
    history.replaceState(null, '', `#${watching.role}/${watching.messenger}/${watching.tab}`);
    document.body.dataset.tab = watching.tab;
    if (`${watching.role}/${watching.messenger}` !== before) wire.watch(watching.role, watching.messenger);
    else if (view) render();
  },
};

const panes = [
  stage.unread,
  ...[makeStrip, makePeople, makeChat, makePhone, makePortal, makeDesk, makeTabs].map((make) => make(stage)),
];

function render() {
  document.body.dataset.messenger = view.person.messenger;
  document.body.dataset.side = view.person.card ? 'member' : 'staff';
  for (const pane of panes) pane.render(view, watching);
}

const wire = makeWire({
  onView(fresh) {
    view = fresh;
    render();
    document.body.dataset.ready = 'yes';
  },
  onLost: () => view && toast(words.lost),
});

document.documentElement.lang = language;
document.documentElement.dir = language === 'fa' ? 'rtl' : 'ltr';
document.title = words.title;
document.querySelector('#waiting').textContent = words.gettingReady;
document.querySelector('.skip').textContent = words.skipToChat;
document.body.dataset.tab = watching.tab;
wire.watch(watching.role, watching.messenger);
