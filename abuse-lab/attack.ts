import type { Lab } from './lab.js';
import type { TownPlan } from './town/town.js';

/** One thing that somebody tries against members, staff or the bot. */
export interface Attack {
  /** By which it is named: A insiders, B strangers, C misbehaving neighbours, D guesses, races and odd input. */
  row: string;
  /** What is tried, in a few words. */
  tries: string;
  /** What is counted as having got through, and how much of it may. */
  bound: { of: string; most: number };
  /** Who is there, and what is set otherwise. */
  plan?: TownPlan;
  plays: (lab: Lab) => Promise<Damage>;
}

/** What an attack has brought. */
export interface Damage {
  through: number;
  /** Minutes for which the attacked member was held up; null where no member was aimed at. */
  minutes: number | null;
  /** Text messages that the insurer has paid for it. */
  sms: number;
}

export interface Played extends Damage {
  attack: Pick<Attack, 'row' | 'tries' | 'bound'>;
  seconds: number;
  /** Why it could not be played to its end; null: it could. */
  fault: string | null;
}

/** Minutes for which the member may be held up, at the most, whatever was tried: two pauses between text messages. */
export const mostMinutes = 5;

export const holds = ({ attack, through, minutes, fault }: Played): boolean =>
  fault === null && through <= attack.bound.most && (minutes ?? 0) <= mostMinutes;
