import { parseInsuredCode } from '../src/identity/insured-code.js';
import { parseNationalId } from '../src/identity/national-id.js';
import type { Pair } from '../src/reset/service.js';
import { answer, ask, invalid, notAnAnswer, type AnswerResult, type Question } from './ask.js';
import type { Input } from '../src/chat/input.js';
import { refusal } from './refusal.js';
import type { Talk } from './talk.js';

/** Who are you? The two things that an insurer's own page asks for. */
export async function askPair(talk: Talk): Promise<Pair> {
  const insuredCode = await ask(talk, insuredCodeQuestion(talk));
  return { insuredCode, nationalId: await askNationalId(talk) };
}

function insuredCodeQuestion(talk: Talk): Question<string> {
  const { insuredCodePattern, resetsPerPeriod } = talk.setting.rules;
  return {
    opening: [{ kind: 'reset-welcome', times: resetsPerPeriod }],
    asks: 'ask-insured-code',
    hint: 'insured-code-hint',
    keyboard: talk.buttons('cancel'),
    hear: (came) => {
      if (came.kind !== 'text') return notAnAnswer;
      const code = parseInsuredCode(came.text, insuredCodePattern);
      return code.ok ? answer(code.value) : invalid(refusal(code));
    },
  };
}

interface NationalId {
  value: string;
  doubtful: boolean;
}

/** A doubtful one is asked about; the same answer again is accepted, for the insurer's record decides. */
async function askNationalId(talk: Talk): Promise<string> {
  let given = await ask(talk, nationalIdQuestion(talk));
  while (given.doubtful) {
    const again = await ask(talk, doubtQuestion(talk, given));
    if (again.value === given.value) break;
    given = again;
  }
  return given.value;
}

const nationalIdQuestion = (talk: Talk): Question<NationalId> => ({
  asks: 'ask-national-id',
  hint: 'national-id-hint',
  keyboard: talk.buttons('cancel'),
  hear: typedNationalId,
});

const doubtQuestion = (talk: Talk, doubted: NationalId): Question<NationalId> => ({
  asks: 'national-id-doubtful',
  hint: 'national-id-hint',
  keyboard: talk.buttons('it-is-right', 'cancel'),
  hear: (came) => (talk.pressed(came) === 'it-is-right' ? answer(doubted) : typedNationalId(came)),
});

function typedNationalId(came: Input): AnswerResult<NationalId> {
  if (came.kind !== 'text') return notAnAnswer;
  const id = parseNationalId(came.text);
  return id.ok ? answer({ value: id.value, doubtful: id.doubtful }) : invalid(refusal(id));
}
