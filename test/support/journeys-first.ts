import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Whole journeys take minutes; begun last, one of them would keep everybody waiting while the other cores rest. */
export class JourneysFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isJourney = ({ moduleId }: TestSpecification): boolean => moduleId.includes('/test/journeys/');
    return [...sorted.filter(isJourney), ...sorted.filter((file) => !isJourney(file))];
  }
}
