import type { Codebook, CodebookTerm, ConceptCode, FrameCode } from '#lib/types';

/** What stands in a form's inputs, by their names. Lists are lines; a row is `example.0.text`; nothing typed is an empty text. */
export type Fields = Record<string, string>;

export function frameFields(frame: FrameCode): Fields {
  return {
    id: frame.id,
    label: frame.label,
    definition: frame.definition,
    question: frame.question,
    exploratory: frame.exploratory ? 'on' : '',
    ...rows('rule', frame.include.map(ruleFields)),
    exclude: lines(frame.exclude),
    requires: lines(frame.requires),
    ...rows(
      'example',
      frame.examples.map(({ text, code, why }) => ({ text, code: code ? 'yes' : 'no', why: why ?? '' })),
    ),
  };
}

export function conceptFields(concept: ConceptCode): Fields {
  const { anchor, follow } = concept;
  return {
    id: concept.id,
    label: concept.label,
    definition: concept.definition,
    'anchor.terms': lines(anchor?.terms),
    'anchor.window': anchor ? String(anchor.window) : '',
    'follow.determiners': lines(follow?.determiners),
    'follow.max': follow ? String(follow.maxSentences) : '',
    never: lines(concept.never),
    ...rows(
      'label',
      concept.labels.map(({ id, label, terms, exclude }) => ({
        id,
        label,
        terms: lines(terms),
        exclude: lines(exclude),
      })),
    ),
    ...rows(
      'example',
      concept.examples.map(({ text, label, why }) => ({ text, label: label ?? '', why: why ?? '' })),
    ),
  };
}

export function factFields(codebook: Codebook): Fields {
  const { title, description, lang, author, licence, basedOn, about, topics = [] } = codebook;
  return {
    id: codebook.id,
    title,
    description,
    lang,
    author,
    licence,
    basedOn: lines(basedOn),
    about: lines(about),
    ...rows(
      'topic',
      topics.map(({ id, terms }) => ({ id, terms: lines(terms) })),
    ),
  };
}

/** The fields as a frame of a codebook's JSON, unchecked; what the form does not show (measured reliability) is kept from `before`. */
export function readFrame(fields: Fields, before?: FrameCode): object {
  const { exclude, requires } = fields;
  return {
    ...texts(fields, ['id', 'label', 'definition', 'question']),
    ...(fields.exploratory ? { exploratory: true } : {}),
    include: readRows(fields, 'rule')
      .filter(({ terms = '' }) => terms.trim() !== '')
      .map(readRule),
    ...list('exclude', exclude),
    ...list('requires', requires),
    examples: readRows(fields, 'example')
      .filter(({ text = '' }) => text.trim() !== '')
      .map(({ text = '', code, why = '' }) => ({ text: text.trim(), code: code !== 'no', ...some('why', why) })),
    ...(before?.reliability === undefined ? {} : { reliability: before.reliability }),
  };
}

export function readConcept(fields: Fields): object {
  const anchor = split(fields['anchor.terms']);
  const determiners = split(fields['follow.determiners']);
  return {
    ...texts(fields, ['id', 'label', 'definition']),
    ...(anchor.length === 0 ? {} : { anchor: { terms: anchor, window: number(fields['anchor.window']) } }),
    ...(determiners.length === 0 ? {} : { follow: { determiners, maxSentences: number(fields['follow.max']) } }),
    labels: readRows(fields, 'label')
      .filter(({ id = '', label = '', terms = '' }) => `${id}${label}${terms}`.trim() !== '')
      .map(({ id = '', label = '', terms, exclude }) => ({
        id: id.trim() || slug(label),
        label: label.trim(),
        terms: split(terms),
        ...list('exclude', exclude),
      })),
    ...list('never', fields.never),
    examples: readRows(fields, 'example')
      .filter(({ text = '' }) => text.trim() !== '')
      .map(({ text = '', label = '', why = '' }) => ({
        text: text.trim(),
        label: label.trim() || null,
        ...some('why', why),
      })),
  };
}

export function readFacts(fields: Fields): object {
  const topics = readRows(fields, 'topic')
    .filter(({ id = '', terms = '' }) => `${id}${terms}`.trim() !== '')
    .map(({ id = '', terms }) => ({ id: id.trim(), terms: split(terms) }));
  return {
    ...texts(fields, ['id', 'title', 'description', 'lang', 'author', 'licence']),
    basedOn: split(fields.basedOn),
    about: split(fields.about),
    topics,
  };
}

function ruleFields(rule: CodebookTerm): Fields {
  const weight = rule.weight === undefined ? '' : String(rule.weight);
  if ('any' in rule) return { kind: 'any', terms: lines(rule.any), weight };
  if ('regex' in rule) return { kind: 'regex', terms: rule.regex, weight };
  return { kind: 'all', terms: rule.all.map(lines).join('\n\n'), weight, within: rule.within ?? '' };
}

function readRule({ kind, terms = '', weight = '', within }: Fields): object {
  const weighs = weight.trim() === '' ? {} : { weight: number(weight) };
  if (kind === 'regex') return { regex: terms.replace(/\r?\n$/, ''), ...weighs };
  if (kind !== 'all') return { any: split(terms), ...weighs };
  const all = unix(terms)
    .split(/\n\s*\n/)
    .map(split)
    .filter((each) => each.length > 0);
  return { all, ...(within === 'sentence' ? { within } : {}), ...weighs };
}

/** How many rows of a kind the fields hold: `rule.0.terms`, `rule.1.terms` → 2. */
export function rowCount(fields: Fields, name: string): number {
  const places = Object.keys(fields).map((key) => new RegExp(`^${name}\\.(\\d{1,4})\\.`).exec(key)?.[1]);
  return 1 + Math.max(-1, ...places.flatMap((place) => (place === undefined ? [] : [Number(place)])));
}

function readRows(fields: Fields, name: string): Fields[] {
  return Array.from({ length: rowCount(fields, name) }, (_, at) => {
    const start = `${name}.${at}.`;
    const own = Object.entries(fields).filter(([key]) => key.startsWith(start));
    return Object.fromEntries(own.map(([key, value]) => [key.slice(start.length), value]));
  });
}

function rows(name: string, all: readonly Fields[]): Fields {
  return Object.fromEntries(
    all.flatMap((row, at) => Object.entries(row).map(([key, value]) => [`${name}.${at}.${key}`, value])),
  );
}

function lines(items: readonly string[] | undefined): string {
  return (items ?? []).join('\n');
}

function split(text: string | undefined): string[] {
  return unix(text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function unix(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

function texts(fields: Fields, keys: readonly string[]): Fields {
  // A box of several lines for one sentence: a line break in it is a space.
  return Object.fromEntries(keys.map((key) => [key, (fields[key] ?? '').trim().replace(/\s*\r?\n\s*/g, ' ')]));
}

function list(key: string, text: string | undefined): object {
  const items = split(text);
  return items.length === 0 ? {} : { [key]: items };
}

function some(key: string, text: string): object {
  return text.trim() === '' ? {} : { [key]: text.trim() };
}

/** What is no number stays a text, so that checking can name its key. */
function number(text: string | undefined): number | string {
  const value = Number(text);
  return text === undefined || text.trim() === '' || Number.isNaN(value) ? (text ?? '') : value;
}

/** “Trade deal” → `trade-deal`. */
export function slug(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
}
