import type { ActionHandlers } from './action.js';
import type { Maintenance } from './maintenance.js';

const bySupervisor = { least: 'supervisor', twoPersons: false } as const;

/** What staff may do about the door of the house. */
export const makeMaintenanceActions = ({
  maintenance,
}: {
  maintenance: Maintenance;
}): Pick<ActionHandlers, 'close-house' | 'open-house'> => ({
  'close-house': {
    ...bySupervisor,
    snapshot: async () => ((await maintenance.read()) === null ? 'open' : 'closed'),
    carryOut: ({ text }) => maintenance.enable(text),
  },
  'open-house': {
    ...bySupervisor,
    snapshot: async () => ((await maintenance.read()) === null ? null : 'closed'),
    carryOut: () => maintenance.disable(),
  },
});
