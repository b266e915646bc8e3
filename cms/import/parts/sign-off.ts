import type { Block, Paragraph } from '../block.ts';
import { brokenDatesIn } from '../damage/broken-dates.ts';
import { toDay } from '../dates.ts';
import { issuersIn } from './issuer.ts';

/** The names and the date under a document (落款). */
export interface SignOff {
  issuers: string[];
  /** YYYY-MM-DD; undefined when the date is broken. */
  day?: string;
  /** The date's line, where it is broken. */
  broken?: Paragraph;
  /** The block of the date. */
  index: number;
}

const NAMES = 10;

/** Every sign-off of a document, in order. A date alone on its line counts too. */
export function findSignOffs(blocks: readonly Block[]): SignOff[] {
  return blocks.flatMap((block, index): SignOff[] => {
    if (block.kind !== 'paragraph') return [];
    const { name, date } = split(block.plain);
    const day = toDay(date.replaceAll(' ', ''));
    const isBroken = !day && date.length <= 24 && brokenDatesIn(date).some((found) => found.from === 0 && found.to === date.length);
    if (!day && !isBroken) return [];
    const issuers = name ? (issuersIn(name).length > 0 ? namesIn(block, name) : []) : namesAbove(blocks, index);
    if (name && issuers.length === 0) return [];
    return [{ issuers, day, broken: isBroken ? block : undefined, index }];
  });
}

/** 西安市人民政府办公厅 2018年7月2日 on one line. */
function split(plain: string): { name: string; date: string } {
  const match = /^([\u4e00-\u9fff ]{3,60}?) *((?:[12]\d{3}|[一二三四五六七八九〇○零0]{4}年).*)$/u.exec(plain);
  return match ? { name: match[1]!.trim(), date: match[2]! } : { name: '', date: plain };
}

const namesIn = (block: Paragraph, name: string) =>
  block.text.value
    .slice(0, name.length)
    .trim()
    .split(/[ 、]+/u);

function namesAbove(blocks: readonly Block[], index: number): string[] {
  const names: string[] = [];
  for (let i = index - 1; i >= Math.max(0, index - NAMES); i--) {
    const block = blocks[i]!;
    if (block.kind !== 'paragraph' || issuersIn(block.plain).length === 0) break;
    names.unshift(...block.text.value.split(/[ 、]+/u));
  }
  return names;
}
