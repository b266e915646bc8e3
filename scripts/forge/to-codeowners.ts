import type { UnitPerson } from '../../cms/library/unit-people.ts';
import { SIGN_OFFS } from '../../cms/model/sign-offs.ts';
import { ROLES } from '../../cms/model/unit.ts';
import type { ForgeKind } from './kinds.ts';
import { MARK } from './mark.ts';

type Role = keyof typeof ROLES;

/** A unit and who works for it. */
export interface Staff {
  /** Id of the unit. */
  unit: string;
  people: readonly UnitPerson[];
}

/** Files by which the others are judged, and those of the forge itself. */
const JUDGING = ['portal.yaml', 'columns.yaml', 'redirects.yaml', 'baseline.json', 'units/', 'catalogue/', 'topics/', 'images/'];
const SECRECY = ['lexicon/', 'waivers/'];
const CONTROL = ['.forgejo/', '.gitlab/', '.github/', '.gitlab-ci.yml'];

/**
 * Who is asked to review what, from the people of the units who have an account on the forge. GitLab wants one approval of each
 * section, which is a role; the others know no roles, and everybody who signs for a unit is asked.
 * @param root folder of the content root in the repository, with a final `/`
 */
export function toCodeowners(units: readonly Staff[], root: string, kind: ForgeKind): string {
  const office = withRole(units, 'office');
  const line = (path: string, people: readonly string[]) => (people.length === 0 ? [] : [`${toPattern(path, kind)} ${people.join(' ')}`]);
  const ofUnits = (roles: readonly Role[]) =>
    units.flatMap((unit) => {
      const people = roles.flatMap((role) => withRole([unit], role));
      return line(`${root}entries/${unit.unit}/`, people.length > 0 ? [...new Set(people)] : office);
    });
  const secrecy = [
    ...new Set([
      ...office,
      ...withRole(
        units.filter((unit) => unit.people.some(({ roles }) => roles.includes('office'))),
        'secrecy',
      ),
    ]),
  ];
  const control = [
    ...JUDGING.flatMap((path) => line(root + path, office)),
    ...SECRECY.flatMap((path) => line(root + path, secrecy)),
    ...CONTROL.flatMap((path) => line(path, office)),
  ];
  const sections =
    kind === 'gitlab' ? SIGN_OFFS.map((role) => ['', `[${ROLES[role]}]`, ...ofUnits([role])]) : [['', ...ofUnits(SIGN_OFFS)]];
  const last = kind === 'gitlab' ? ['', `[${ROLES.office}]`, ...control] : ['', ...control];
  return `${[`# ${MARK}，依据 units/ 里的发布人员。人员变动以后重新生成。`, ...sections.flat(), ...last].join('\n')}\n`;
}

/** Accounts on the forge of those who have a role in these units. */
const withRole = (units: readonly Staff[], role: Role): string[] => [
  ...new Set(
    units.flatMap(({ people }) => people.filter(({ roles, forge }) => forge && roles.includes(role)).map(({ forge }) => `@${forge}`)),
  ),
];

/** Forgejo takes a regular expression over the whole path, in which a backslash is written twice; the others a path. */
const toPattern = (path: string, kind: ForgeKind): string =>
  kind === 'forgejo' ? `${path.replaceAll('.', '\\\\.')}${path.endsWith('/') ? '.*' : ''}` : `/${path}`;
