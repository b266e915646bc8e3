import { SaxesParser } from 'saxes';
import { xmlEncoding } from './xml-encoding.ts';

/** Attribute values by full name, as `w:val`. */
export type Attributes = Record<string, string>;

export interface XmlHandler {
  /** Names come without their prefix, which any producer may choose. */
  open(name: string, attributes: Attributes): void;
  text(text: string): void;
  close(name: string): void;
  /** Comment, processing instruction or document type, as it stands. */
  aside?(text: string): void;
  /** Asked now and then: true ends the reading before the end. */
  isEnough?(): boolean;
}

/** How well a document was formed: `broken` still gave its events, `hopeless` stopped giving them. */
export type Wellformedness = 'well' | 'broken' | 'hopeless';

const CHUNK = 1 << 16;
/** So many faults are no document any more. */
const MOST_FAULTS = 100;
/** Deeper than any office program nests; each level costs memory. */
const DEEPEST = 20_000;

/**
 * Streams a document through a handler. Goes on after faults, since other programs do. Entities are the five of XML
 * and character references: a document type is handed to `aside` and never carried out.
 */
export function parseXml(bytes: Uint8Array, handler: XmlHandler): Wellformedness {
  let faults = 0;
  let depth = 0;
  const parser = new SaxesParser({ position: false });
  const slots = parser as unknown as Slots;
  slots.errorHandler = () => {
    faults++;
    if (faults > MOST_FAULTS) throw new Hopeless();
  };
  slots.openTagHandler = ({ name, attributes }) => {
    if (++depth > DEEPEST) throw new Hopeless();
    handler.open(localName(name), attributes);
  };
  slots.closeTagHandler = ({ name }) => {
    depth--;
    handler.close(localName(name));
  };
  slots.textHandler = (text) => handler.text(detach(text));
  slots.cdataHandler = (text) => handler.text(detach(text));
  slots.commentHandler = (text) => handler.aside?.(text);
  slots.doctypeHandler = (text) => handler.aside?.(text);
  slots.piHandler = ({ target, body }) => handler.aside?.(`${target} ${body}`);
  const decoder = new TextDecoder(xmlEncoding(bytes));
  try {
    for (let at = 0; at < bytes.length; at += CHUNK) {
      if (handler.isEnough?.()) return 'well';
      parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }));
    }
    parser.write(decoder.decode()).close();
  } catch (error) {
    if (error instanceof Hopeless) return 'hopeless';
    throw error;
  }
  return faults > 0 ? 'broken' : 'well';
}

/**
 * Where `SaxesParser.on` keeps handlers. Set by name, because more than four set through `on`, by computed key, make V8
 * turn the parser into a slow dictionary: 400 ms instead of 70 for 20,000 rows. `parse-xml.test.ts` notices other names.
 */
interface Slots {
  errorHandler: () => void;
  openTagHandler: (tag: { name: string; attributes: Attributes }) => void;
  closeTagHandler: (tag: { name: string }) => void;
  textHandler: (text: string) => void;
  cdataHandler: (text: string) => void;
  commentHandler: (text: string) => void;
  doctypeHandler: (text: string) => void;
  piHandler: (instruction: { target: string; body: string }) => void;
}

/** Copies a text, since a slice would keep the whole chunk that it was cut from in memory. */
const detach = (text: string): string => (text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le'));

class Hopeless extends Error {}

const localNames = new Map<string, string>();

function localName(name: string): string {
  let local = localNames.get(name);
  if (local === undefined) {
    local = name.slice(name.indexOf(':') + 1);
    if (localNames.size < 5000) localNames.set(name, local);
  }
  return local;
}

/** An attribute by its name without prefix. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  if (attributes[name] !== undefined) return attributes[name];
  for (const key in attributes) if (key.endsWith(name) && key[key.length - name.length - 1] === ':') return attributes[key];
  return undefined;
}
