import { describe, expect, it } from 'vitest';
import { ways } from '../../playground/walkthrough/ways.js';
import { titles, words } from '../../playground/walkthrough/words.fa.js';
import { walkUnder } from './walk.js';

const walk = (...wishes: string[]) => walkUnder(process.execPath, ...wishes);

describe('the walkthrough', () => {
  it('plays every way of the guide to its end, each under its heading', async () => {
    const { code, told, faults } = await walk();
    expect(faults).toBe('');
    expect(ways.filter(({ name }) => !told.includes(`━━ ${titles[name].title} · `))).toEqual([]);
    expect(told).toContain(`${titles['first-time'].title} · ${words.messengers.bale}`);
    expect(told).not.toContain(words.wentWrong);
    expect(code).toBe(0);
  });

  it('ends with 1, and says what was expected and what came, when the product does otherwise', async () => {
    const { code, told } = await walk('--only', 'second-time', '--portal-away');
    const [, expected, input] = told.split(new RegExp(`^ +(?:${words.expected}|${words.stood}) `, 'm'));
    expect(expected).toContain('پیامک شد');
    expect(input).toContain('پاسخ نمی‌دهد');
    expect(code).toBe(1);
  });

  it('plays on the messenger that is asked for', async () => {
    const { code, told } = await walk('--only', 'never-set', '--messenger', 'bale');
    expect(told).toContain(`${titles['never-set'].title} · ${words.messengers.bale}`);
    expect(told).not.toContain(words.messengers.telegram);
    expect(code).toBe(0);
  });

  it('plays before a portal that is a service of its own', async () => {
    const { code, told, faults } = await walk('--only', 'second-time', '--portal', 'http');
    expect(faults).toBe('');
    expect(told).toContain(words.portalApart);
    expect(code).toBe(0);
  });

  it('names what there is when asked for something else', async () => {
    const [seventh, other] = await Promise.all([walk('--only', 'seventh-time'), walk('--portal', 'paper')]);
    expect(seventh.faults).toContain(ways.map(({ name }) => name).join(', '));
    expect(other.faults).toContain('embedded, http');
    expect([seventh.code, other.code]).toEqual([1, 1]);
  });
});
