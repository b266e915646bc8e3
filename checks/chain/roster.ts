import { toMinute } from '../../cms/office/store/clock.ts';
import { hasRole, isOffice, isOnWatch, type People, type Role } from '../../cms/office/store/people.ts';
import { toCommitName } from '../../cms/office/store/repository.ts';

/** Who held which role when, as main said it. */
export class Roster {
  /** Each from its second until the next one's. */
  readonly #states: { since: number; people: People }[] = [];

  /** Names that somebody had, as commits write them. */
  readonly #names = new Map<string, Set<string>>();

  add(since: number, people: People) {
    for (const { id, name } of people.values()) this.#names.set(id, (this.#names.get(id) ?? new Set()).add(toCommitName(name)));
    this.#states.push({ since: this.#states.length === 0 ? Number.NEGATIVE_INFINITY : since, people });
  }

  /** People as they are now. */
  get now(): People {
    return this.#states.at(-1)?.people ?? new Map();
  }

  /** @param day YYYY-MM-DD in Asia/Shanghai, for which a watch is to be kept */
  holdsNow = (person: string, unit: string, role: Role, day = ''): boolean => holds(this.now, person, unit, role, day);

  isOfficeNow(person: string): boolean {
    const found = this.now.get(person);
    return found !== undefined && isOffice(found);
  }

  /** Whether somebody has or had a name. */
  isNamed = (person: string, name: string): boolean => this.#names.get(person)?.has(name) ?? false;

  /** Whether somebody held a role at any time. */
  everHeld = (person: string, unit: string, role: Role): boolean =>
    this.#states.some(({ people }) => holds(people, person, unit, role, ''));

  /** Whether somebody held a role at any time within a minute. @param minute its first second */
  heldIn(minute: number, person: string, unit: string, role: Role): boolean {
    return this.#states.some(({ since, people }, nth) => {
      const until = this.#states[nth + 1]?.since ?? Number.POSITIVE_INFINITY;
      return since < minute + 60 && until >= minute && holds(people, person, unit, role, toMinute(minute).slice(0, 10));
    });
  }
}

/** Somebody with the role `office` has it in the whole county; who is on watch has it on some days. */
function holds(people: People, person: string, unit: string, role: Role, day: string): boolean {
  const found = people.get(person);
  if (!found) return false;
  if (role === 'watch') return isOnWatch(found, unit, day);
  return role === 'office' ? isOffice(found) : hasRole(found, unit, role);
}
