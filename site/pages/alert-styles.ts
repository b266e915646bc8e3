import type { APIRoute } from 'astro';
import type { Alert } from '../../cms/model/alert.ts';
import { joinPhones } from '../phones.ts';

/** Shows on pages that are not made again for an alert that there is one, for all or for a unit, and what it says. */
export const GET: APIRoute = ({ locals: { library } }) => {
  const concerned = library.units().filter(({ id }) => library.alerts(id).some(({ units }) => units));
  const rules = [
    toRule('.alerts-elsewhere', library.alerts()),
    ...concerned.map(({ id }) => toRule(`.alerts-elsewhere.for-${id}`, library.alerts(id))),
  ];
  return new Response(`@charset "utf-8";\n${rules.join('')}`);
};

const toRule = (selector: string, alerts: readonly Alert[]): string => {
  const words = alerts.map(({ title, text = '' }) => `${title}　${text}`.trim()).join('\n');
  return words === '' ? '' : `${selector}{display:block}\n${selector} p::before{content:"${toCssText(joinPhones(words))}"}\n`;
};

/** Every character that could end a text in a style sheet is written by its number. */
const toCssText = (text: string): string => text.replace(/[\\"\p{Cc}]/gu, (character) => `\\${character.codePointAt(0)!.toString(16)} `);
