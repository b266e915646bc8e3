/** A field as data. Schema, form, handbook, error words and metadata all follow from it. */
export type Field =
  | TextField
  | MarkdownField
  | DayField
  | MomentField
  | ChoiceField
  | YesField
  | IntegerField
  | NumbersField
  | ReferenceField
  | FileField
  | ListField
  | GroupField;

/** What every field says about itself, in the words an editor reads. */
interface Said {
  label: string;
  /** What to write, as one or two short sentences that end in 。 */
  help: string;
  optional?: boolean;
}

/** One line of text; several lines when `lines` is true. Lengths are counted in characters. */
export interface TextField extends Said {
  kind: 'text';
  max: number;
  min?: number;
  lines?: boolean;
  /** A shape the text must have, and how to put that shape to an editor. */
  shape?: { pattern: RegExp; words: string };
}
/** Markdown text, several paragraphs. */
export interface MarkdownField extends Said {
  kind: 'markdown';
  max: number;
}
/** A calendar day, YYYY-MM-DD, in Asia/Shanghai. */
export interface DayField extends Said {
  kind: 'day';
}
/** A minute, YYYY-MM-DD HH:MM, in Asia/Shanghai (国办发〔2017〕47号, page design). */
export interface MomentField extends Said {
  kind: 'moment';
}
/** One of a closed list; the key is stored, the label is shown. */
export interface ChoiceField extends Said {
  kind: 'choice';
  options: Readonly<Record<string, string>>;
}
export interface YesField extends Said {
  kind: 'yes';
}
export interface IntegerField extends Said {
  kind: 'integer';
  min: number;
  max: number;
}
/** A row of numbers ≥ 0, one per column of a statutory table. */
export interface NumbersField extends Said {
  kind: 'numbers';
  columns: readonly string[];
}
/** The id of something else in the library; entries are named by their index number. */
export interface ReferenceField extends Said {
  kind: 'reference';
  to: ReferenceTarget;
}
export type ReferenceTarget = 'unit' | 'column' | 'duty' | 'topic' | 'entry';
/** The name of a file in the entry's own folder. */
export interface FileField extends Said {
  kind: 'file';
  accepts: 'image' | 'attachment';
}
export interface ListField extends Said {
  kind: 'list';
  of: Field;
  min?: number;
  max: number;
}
export interface GroupField extends Said {
  kind: 'group';
  fields: Fields;
}

export type Fields = Readonly<Record<string, Field>>;

/** The value that a field holds in TypeScript. */
export type Value<F> = F extends { kind: 'text' | 'markdown' | 'day' | 'moment' | 'reference' | 'file' }
  ? string
  : F extends { kind: 'choice'; options: infer O }
    ? keyof O & string
    : F extends { kind: 'yes' }
      ? boolean
      : F extends { kind: 'integer' }
        ? number
        : F extends { kind: 'numbers' }
          ? number[]
          : F extends { kind: 'list'; of: infer O }
            ? Value<O>[]
            : F extends { kind: 'group'; fields: infer G }
              ? Values<G>
              : never;

/** The values of a set of fields; optional fields may be absent. */
export type Values<G> = { [K in keyof G as G[K] extends { optional: true } ? never : K]: Value<G[K]> } & {
  [K in keyof G as G[K] extends { optional: true } ? K : never]?: Value<G[K]>;
};

type Told<F, O> = Omit<F, keyof O> & Readonly<O>;
/** Nothing but what a field of the kind may say. */
type Only<O, F> = O & { readonly [K in Exclude<keyof O, keyof F>]: never };
const make =
  <F extends Field, D extends keyof F = never>(kind: F['kind'], defaults: Pick<F, D>) =>
  <const O extends Omit<F, 'kind' | D> & Partial<Pick<F, D>>>(options: Only<O, F>) =>
    ({ ...defaults, ...options, kind }) as unknown as Told<F, O>;

export const text = make<TextField, 'max'>('text', { max: 60 });
export const markdown = make<MarkdownField, 'max'>('markdown', { max: 200_000 });
export const day = make<DayField>('day', {});
export const moment = make<MomentField>('moment', {});
export const choice = make<ChoiceField>('choice', {});
export const yes = make<YesField>('yes', {});
export const integer = make<IntegerField, 'min' | 'max'>('integer', { min: 0, max: 1_000_000_000 });
export const numbers = make<NumbersField>('numbers', {});
export const reference = make<ReferenceField>('reference', {});
export const file = make<FileField>('file', {});
export const list = make<ListField, 'max'>('list', { max: 100 });
export const group = make<GroupField>('group', {});
