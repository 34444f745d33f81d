import { hour } from '../src/durations.js';
import { parseInsuredCode } from '../src/identity/insured-code.js';
import { parseNationalId } from '../src/identity/national-id.js';
import type { Pair } from '../src/reset/service.js';
import { amongWords } from './among-words.js';
import { answer, ask, invalid, notAnAnswer, type AnswerResult, type Question } from './ask.js';
import type { Input } from '../src/chat/input.js';
import { refusal } from './refusal.js';
import type { Talk } from './talk.js';

/** Who are you? The two things that an insurer's own page asks for. */
export async function askPair(talk: Talk): Promise<Pair> {
  const welcomes = await talk.once(({ services }) => services.firstIn(talk.asker.chatKey, 'welcome', hour));
  const { insuredCode, nationalId } = await ask(talk, insuredCodeQuestion(talk, welcomes));
  return askNationalId(talk, insuredCode, nationalId);
}

/** Some write both at once, one below the other. */
interface FirstAnswer {
  insuredCode: string;
  nationalId: NationalId | null;
}

/** Whoever begins again a minute later has just read the welcome. */
function insuredCodeQuestion(talk: Talk, welcomes: boolean): Question<FirstAnswer> {
  const { insuredCodePattern, resetsPerPeriod } = talk.setting.rules;
  const welcome = welcomes ? [{ kind: 'reset-welcome', times: resetsPerPeriod }] : [];
  return {
    asks: 'ask-insured-code',
    first: [...welcome, 'ask-insured-code'],
    hint: 'insured-code-hint',
    hear: (came) => {
      if (came.kind !== 'text') return notAnAnswer;
      const [upper = '', lower = '', ...more] = came.text.trim().split(/\s*\n\s*/);
      const codeIn = (text: string) => amongWords(text, (bare) => parseInsuredCode(bare, insuredCodePattern));
      const [first, id] = [codeIn(upper), amongWords(lower, parseNationalId)];
      if (first.ok && id.ok && more.length === 0)
        return answer({ insuredCode: first.value, nationalId: idOf(id) });
      const code = codeIn(came.text);
      return code.ok ? answer({ insuredCode: code.value, nationalId: null }) : invalid(refusal(code));
    },
  };
}

interface NationalId {
  value: string;
  doubtful: boolean;
  /** The two were given in each other's place, and this is the insured code. */
  insuredCode?: string;
}

/** A doubtful one is asked about; the same answer again is accepted, for the insurer's record decides. */
async function askNationalId(
  talk: Talk,
  insuredCode: string,
  alreadyGiven: NationalId | null,
): Promise<Pair> {
  let given = alreadyGiven ?? (await ask(talk, nationalIdQuestion(talk, insuredCode)));
  while (given.doubtful) {
    const again = await ask(talk, doubtQuestion(talk, given));
    if (again.value === given.value) break;
    given = again;
  }
  return { insuredCode: given.insuredCode ?? insuredCode, nationalId: given.value };
}

const nationalIdQuestion = (talk: Talk, insuredCode: string): Question<NationalId> => ({
  asks: 'ask-national-id',
  first: [{ lines: ['insured-code-taken', 'ask-national-id'] }],
  hint: 'national-id-hint',
  hear: (came) => inEachOthersPlace(talk, insuredCode, came) ?? typedNationalId(came),
});

/** Whoever is in a hurry gives the national ID first: what came before is one, and what comes now can be none. */
function inEachOthersPlace(talk: Talk, before: string, came: Input): AnswerResult<NationalId> | null {
  if (came.kind !== 'text' || parseNationalId(came.text).ok) return null;
  const id = parseNationalId(before);
  const code = parseInsuredCode(came.text, talk.setting.rules.insuredCodePattern);
  return id.ok && !id.doubtful && code.ok ? answer({ ...idOf(id), insuredCode: code.value }) : null;
}

const doubtQuestion = (talk: Talk, doubted: NationalId): Question<NationalId> => ({
  asks: 'national-id-doubtful',
  hint: 'national-id-hint',
  keyboard: talk.buttons('it-is-right', 'cancel'),
  hear: (came) => (talk.pressed(came) === 'it-is-right' ? answer(doubted) : typedNationalId(came)),
});

function typedNationalId(came: Input): AnswerResult<NationalId> {
  if (came.kind !== 'text') return notAnAnswer;
  const id = amongWords(came.text, parseNationalId);
  return id.ok ? answer(idOf(id)) : invalid(refusal(id));
}

const idOf = ({ value, doubtful }: NationalId): NationalId => ({ value, doubtful });
