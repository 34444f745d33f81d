import { filePlays } from './file-plays.js';
import type { Crew } from './staff-crew.js';
import { agreed, second, type Play } from './staff-play.js';

/** An owner asks for something about colleagues, and a supervisor agrees. */
async function ownerAsks({ parvaneh, shahin }: Crew, text: string, act: string): Promise<void> {
  await parvaneh.types(text);
  await agreed(parvaneh, `ask-${act}`, 'approval-sent');
  await shahin.hears('approval-asked');
  await shahin.presses('button-approve');
  await shahin.hears(`did-${act}`);
  await parvaneh.hears('staff-decided');
}

/** By the name of the command. What is only a button is pressed on the way. */
export const plays: Readonly<Record<string, Play>> = {
  help: async ({ mina }) => {
    await mina.types('/help');
    await mina.hears('staff-command-member');
  },
  whoami: async ({ mina }) => {
    await mina.types('/whoami');
    await mina.account.waitFor('خوش‌رو');
  },
  member: async ({ shahin }) => {
    await shahin.types('/member 310002');
    await shahin.hears('member-title');
    await shahin.presses('button-audit');
    await shahin.hears('audit-of-member');
    await shahin.types('/member 310777');
    await shahin.hears('member-not-found');
  },
  why: async (crew) => {
    await crew.refused('310002', 'ACDE3467');
    await crew.mina.types('/why ACDE3467');
    await crew.mina.hears('why-title');
    await crew.mina.presses('button-unlock');
    await agreed(crew.mina, 'ask-unlock', 'did-unlock');
    await crew.mina.types('/why AAAAAAAA');
    await crew.mina.hears('why-unknown');
  },
  chats: async (crew) => {
    await crew.bindsChat('310002');
    await crew.shahin.types('/member 310002');
    await crew.shahin.hears('member-title');
    await crew.shahin.presses('button-chats');
    await crew.shahin.hears('chats-line');
    await crew.shahin.presses('button-end-chat');
    await agreed(crew.shahin, 'ask-end-chat', 'did-end-chat');
  },
  unlock: async ({ mina }) => {
    await mina.types('/unlock 310002');
    await mina.hears('ask-unlock');
    await mina.presses('button-staff-no');
    await mina.hears('act-dropped');
  },
  block: async ({ shahin }) => {
    await shahin.types('/block 310003');
    await agreed(shahin, 'ask-block', 'did-block');
    await shahin.types('/block 310003');
    await shahin.hears('nothing-to-do');
  },
  unblock: async ({ shahin }) => {
    await shahin.types('/block 310006');
    await agreed(shahin, 'ask-block', 'did-block');
    await shahin.types('/unblock 310006');
    await agreed(shahin, 'ask-unblock', 'did-unblock');
  },
  clearmobile: async (crew) => {
    await crew.shahin.types('/clearmobile 310002');
    await agreed(crew.shahin, 'ask-clear-mobile', 'approval-sent');
    await second(crew, 'button-approve', 'did-clear-mobile');
  },
  setmobile: async (crew) => {
    await crew.shahin.types('/member 310001');
    await crew.shahin.hears('member-title');
    await crew.shahin.presses('button-set-number');
    await crew.shahin.hears('setmobile-number');
    await crew.shahin.types('09120000001');
    await agreed(crew.shahin, 'ask-first-mobile', 'approval-sent');
    await second(crew, 'button-refuse', 'approval-refused');
  },
  grant: async (crew) => {
    await crew.shahin.types('/member 310004');
    await crew.shahin.hears('member-title');
    await crew.shahin.presses('button-grant-one');
    await agreed(crew.shahin, 'ask-grant', 'approval-sent');
    await second(crew, 'button-approve', 'did-grant');
  },
  pending: async (crew) => {
    const { shahin } = crew;
    await crew.leftToStaff('310002', 3);
    await crew.leftToStaff('310004', 4);
    await crew.asks('310001');
    await shahin.hears('staff-request');
    await shahin.types('/pending');
    await shahin.hears('pending-reset');
    await shahin.hears('pending-request');
    await shahin.presses('button-ask-portal');
    await shahin.hears('portal-asked');
    await shahin.presses('button-give-back');
    await agreed(shahin, 'ask-give-back', 'did-give-back');
    await shahin.types('/pending');
    await shahin.hears('pending-request');
    await shahin.presses('button-mark-done');
    await agreed(shahin, 'ask-mark-done', 'did-mark-done');
    await shahin.presses('button-refuse-request');
    await agreed(shahin, 'ask-refuse-request', 'did-refuse-request');
    await crew.asks('310003', 'account-missing');
    await shahin.types('/pending');
    await shahin.hears('pending-request');
    await shahin.presses('button-account-made');
    await agreed(shahin, 'ask-account-made', 'did-account-made');
    await shahin.types('/pending');
    await shahin.hears('pending-nothing');
  },
  ...filePlays,
  sms: async ({ mina }) => {
    await mina.types('/sms');
    await mina.hears('sms-asked');
    await mina.hears('sms-counts');
    await mina.presses('button-sms-test');
    await mina.hears('sms-test-number');
    await mina.types('09120000031');
    await mina.hears('did-test-sms');
    await mina.hears('sms-tested');
    await mina.types('/sms test 09120000031');
    await agreed(mina, 'ask-test-sms', 'did-test-sms');
    await mina.hears('sms-tested');
  },
  maintenance: async ({ shahin }) => {
    await shahin.types('/maintenance on 12:00');
    await agreed(shahin, 'ask-close-house', 'did-close-house');
    await shahin.types('/maintenance off');
    await agreed(shahin, 'ask-open-house', 'did-open-house');
  },
  mute: async (crew) => {
    await crew.refused('310003', 'ACDE3479');
    await crew.shahin.types('/mute ACDE3479');
    await agreed(crew.shahin, 'ask-mute-chat', 'did-mute-chat');
    await crew.shahin.types('/mute ACDE3479');
    await agreed(crew.shahin, 'ask-unmute-chat', 'did-unmute-chat');
  },
  erase: async (crew) => {
    await crew.parvaneh.types('/erase 310002');
    await crew.parvaneh.hears('erase-covered');
    await crew.parvaneh.types('/erase 310005');
    await agreed(crew.parvaneh, 'ask-erase', 'approval-sent');
    await crew.shahin.hears('approval-asked');
    await crew.shahin.presses('button-approve');
    await crew.shahin.hears('did-erase');
  },
  admins: async (crew) => {
    const { parvaneh, staffNumber } = crew;
    await ownerAsks(crew, '/admins add telegram:5551 operator Dara', 'add');
    await parvaneh.types('/admins');
    await parvaneh.hears('admins-title');
    const number = await staffNumber('Dara');
    await ownerAsks(crew, `/admins link ${number} bale:5552`, 'link');
    await ownerAsks(crew, `/admins role ${number} supervisor`, 'role');
    await parvaneh.types(`/admins remove ${number}`);
    await agreed(parvaneh, 'ask-remove', 'did-remove');
  },
};
