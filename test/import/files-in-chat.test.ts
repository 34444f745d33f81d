import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bare } from '../conversations/screen.js';
import { databases } from '../support/databases.js';
import { badFiles } from './bad-corpus.js';
import { openChatHarness, type ChatHarness, type Colleague } from './chat-harness.js';
import { oddFiles } from './odd-corpus.js';

let harness: ChatHarness;
let shahin: Colleague;
let members: number;
beforeAll(async () => {
  // More than all files come to: on a quick machine they are handed over within a minute.
  harness = await openChatHarness(databases[0]!, { settings: { UPDATES_PER_MINUTE: '600' } });
  shahin = harness.colleague('supervisor');
  members = await harness.members();
});
afterAll(() => harness.close());

const reasons = new Map<string, string>();

describe('a file that is no use, sent in the chat', () => {
  it.each(badFiles)('%s (%s) gets a clear sentence, and changes nothing', async (_, bytes, kind) => {
    await shahin.handsOver(await bytes(), 'list');
    const told = bare((await shahin.hears('list-useless')).text);
    expect(told).toMatch(shahin.like(kind));
    expect(told).toContain(shahin.said('list-send-again'));
    reasons.set(kind, told);
    expect(await harness.members()).toBe(members);
    expect((await harness.runs()).at(-1)?.state ?? 'refused').toBe('refused');
  });
});

describe('a file that looks odd, sent in the chat', () => {
  it.each(oddFiles)('%s is read, and nothing is changed by that', async (_, bytes, counts) => {
    await shahin.handsOver(await bytes(), 'list');
    const told = bare((await shahin.hears('list-judged')).text);
    if (counts.faulty > 0) expect(told).toMatch(shahin.like('list-first-faults'));
    const run = (await harness.runs()).at(-1)!;
    const { newcomers, changed, unchanged, faulty } = run;
    expect({ members: newcomers + changed + unchanged, faulty }).toEqual(counts);
    expect(await harness.members()).toBe(members);
  });
});
