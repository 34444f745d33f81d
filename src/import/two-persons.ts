import type { ImportRun } from '../../entities/import-run.js';

/**
 * What nobody does alone, by a list no more than by a command, from the first member on: another number, another national
 * ID, or a first number for somebody who is known; recoveries given back.
 */
export const isDangerous = ({ mobiles, firstMobiles, nationalIds, givenBack }: ImportRun): boolean =>
  mobiles + firstMobiles + nationalIds + givenBack > 0;

/** May one person have this run applied? Its counts are known once it is judged. */
export const needsApproval = (run: ImportRun): boolean => run.approvedBy === null && isDangerous(run);

/**
 * May one person have it taken back? That puts back what two have changed, and takes periods away, so that their members
 * would be forgotten sooner; and who is removed could be entered anew with another number, as a newcomer.
 */
export const undoNeedsTwo = (run: ImportRun): boolean =>
  isDangerous(run) ||
  run.newcomers + run.periods + run.movedPeriods > 0 ||
  run.overMembersOwn === 1 ||
  run.whole === 1;

/** May anybody say that it is everybody? Not where a line names nobody knows whom, nor a list of nobody who is known. */
export const mayBeWhole = ({ state, unnamed, unchanged, changed }: ImportRun): boolean =>
  state === 'judged' && unnamed === 0 && unchanged + changed > 0;
