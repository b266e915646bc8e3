import type { FormFinding } from '../../form/api.ts';
import { toFolder } from '../../library/read-entry.ts';
import { toPlain } from '../../library/read-text.ts';
import { split, YAML_LINE } from '../../library/split.ts';
import { toBasis } from '../../model/basis.ts';
import { entryFields } from '../../model/entry-fields.ts';
import type { Fields } from '../../model/field.ts';
import { findType } from '../../model/types/index.ts';
import { missingIn } from '../../model/words.ts';
import { forbidsSaving, type ReviewFinding } from '../review.ts';

/** A finding in the words of the form: where it is, by the label of the field or the name of the file. */
export function toFormFinding(finding: ReviewFinding, text: string): FormFinding {
  const { severity, message, excerpt, basis } = finding;
  return {
    effect: forbidsSaving(finding) ? 'refuse' : severity,
    where: toWhere(finding, text),
    message,
    excerpt,
    basis: basis.map(toBasis).join('、'),
  };
}

/** @param text of the entry's own file */
function toWhere({ file, where, place, message }: ReviewFinding, text: string): string {
  // What is missing stands on no line.
  const missing = missingIn(message);
  if (missing !== undefined) return missing;
  const name = file.slice(file.lastIndexOf('/') + 1);
  if (name !== 'index.md') return where === '' || where === '文件' ? name : `${name}　${where}`;
  const label = /^“([^”]*)”$/u.exec(where)?.[1];
  if (label !== undefined) return label;
  if (/^第\d+行$/u.test(where) || where === '') return place ? fieldAt(text, place.line, file) : '';
  return where;
}

/** Label of the field that a line of the file belongs to; empty for none. */
function fieldAt(text: string, line: number, file: string): string {
  const yaml = split(toPlain(text))?.yaml.split('\n');
  if (!yaml) return '';
  if (line - YAML_LINE >= yaml.length) return '正文';
  const type = toFolder(file.slice(0, file.lastIndexOf('/')))?.type ?? '';
  const fields: Fields = { ...entryFields, ...findType(type)?.fields };
  const before = yaml.slice(0, line - YAML_LINE + 1).reverse();
  const name = before.map((each) => /^([a-z_]+):/u.exec(each)?.[1]).find((each) => each !== undefined);
  return (line > 1 && name !== undefined && fields[name]?.label) || '';
}
