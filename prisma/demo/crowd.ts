import { personAt } from './people';
import type { DemoPerson } from './shape';

export interface Crowd {
  size: number;
  at(index: number): DemoPerson;
}

/** People on demand; keeps the ones asked for lately. */
export function crowd(seed: string, size: number): Crowd {
  const known = new Map<number, DemoPerson>();
  return {
    size,
    at(index) {
      let person = known.get(index);
      if (!person) {
        if (known.size > 20_000) known.clear();
        person = personAt(seed, index);
        known.set(index, person);
      }
      return person;
    },
  };
}
