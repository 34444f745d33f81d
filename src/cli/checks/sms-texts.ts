import { localesFolder } from '../../app/locales.js';
import type { Config } from '../../config/config.js';
import { makeSmsTexts, segmentLength } from '../../sms/texts.js';
import { loadWords } from '../../words/load-words.js';
import { ok, warning, type CheckResult } from '../finding.js';

const about = 'sms texts';

/** Does the insurer's name leave room for everything that a text message is to say in one segment? */
export function lookAtSmsTexts({ facts, policy, messengers }: Config): CheckResult[] {
  const { brand, supportContact: support } = facts;
  const words = loadWords(localesFolder());
  const texts = makeSmsTexts({ words, brand, support });
  const code = '8'.repeat(policy.codeDigits);
  const shortened = messengers.some(({ platform }) => {
    const whole = words.plain('fa', 'sms-code', { brand, code, messenger: texts.messenger(platform) });
    return texts.code({ code, platform }) !== whole;
  });
  const notices = (['reset', 'wrong-codes'] as const).map((notice) => texts.notice({ notice }));
  const long = notices.some(({ length }) => length > segmentLength);
  return [
    shortened
      ? warning(
          about,
          `BRAND_NAME has ${brand.length} characters: the SMS with the code does not say from which messenger it was asked for`,
          'give the name by which members know the insurer, in nine characters or fewer',
        )
      : ok(about, 'the code, who sends it and what for fit into one segment'),
    ...(long
      ? [
          warning(
            about,
            'notices take two segments each, with BRAND_NAME and SUPPORT_CONTACT as they are',
            'shorten one of them',
          ),
        ]
      : []),
  ];
}
