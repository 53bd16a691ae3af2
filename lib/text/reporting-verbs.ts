/** How a verb presents what it reports: the classes a difference of verbs is told by. */
export type VerbClass = 'neutral' | 'assertive' | 'distancing' | 'endorsing' | 'adversarial';

/**
 * What must stand beside the verb before it counts as reporting speech.
 * - `none`: hardly ever anything else ("said")
 * - `complement`: a quotation, "that", a colon or a subject pronoun after it, or the reported clause before it
 * - `strict`: more often something else ("showed", "called"): a quotation, "that" or a colon after it
 * - `object`: the act is speech whatever follows ("accused the council of …", "denied the charge")
 * - `quoted`: speech only beside a quotation or "as" ("slammed the plan as reckless", but not "slammed the door")
 */
export type Requirement = 'none' | 'complement' | 'strict' | 'object' | 'quoted';

export type ReportingVerb = { lemma: string; class: VerbClass; requirement: Requirement };

// Own lists, after the classes common in the literature on reporting verbs; a verb stands in exactly one class.
const VERBS: [VerbClass, Requirement, string][] = [
  ['neutral', 'none', 'say tell'],
  [
    'neutral',
    'complement',
    'add write state ask reply respond announce note report explain tweet testify remark comment recall answer observe continue caution post mention indicate estimate',
  ],
  ['neutral', 'strict', 'call describe think believe propose predict conclude find agree'],
  [
    'assertive',
    'complement',
    'insist maintain assert declare stress emphasise emphasize underline underscore argue contend vow warn reiterate suggest pledge proclaim swear',
  ],
  ['assertive', 'strict', 'promise urge demand joke quip'],
  ['distancing', 'complement', 'claim allege purport boast brag insinuate imply hint'],
  ['endorsing', 'complement', 'acknowledge admit concede confirm disclose reveal'],
  ['endorsing', 'strict', 'show prove demonstrate'],
  ['adversarial', 'object', 'accuse deny denounce condemn criticise criticize rebuke deride'],
  ['adversarial', 'complement', 'complain counter retort fume lament'],
  ['adversarial', 'quoted', 'blame blast slam dismiss reject mock ridicule'],
  ['adversarial', 'strict', 'charge attack jab rip shoot hammer'],
];

const IRREGULAR: Record<string, string> = {
  say: 'says said saying',
  tell: 'tells told telling',
  write: 'writes wrote written writing',
  think: 'thinks thought thinking',
  find: 'finds found finding',
  show: 'shows showed shown showing',
  shoot: 'shoots shot shooting',
  swear: 'swears swore sworn swearing',
  admit: 'admits admitted admitting',
  rip: 'rips ripped ripping',
  jab: 'jabs jabbed jabbing',
  slam: 'slams slammed slamming',
  brag: 'brags bragged bragging',
  quip: 'quips quipped quipping',
};

function inflections(lemma: string): string[] {
  const irregular = IRREGULAR[lemma];
  if (irregular !== undefined) return [lemma, ...irregular.split(' ')];
  if (lemma.endsWith('e')) return [lemma, `${lemma}s`, `${lemma}d`, `${lemma.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(lemma)) {
    const base = lemma.slice(0, -1);
    return [lemma, `${base}ies`, `${base}ied`, `${lemma}ing`];
  }
  const plural = /(?:s|x|z|ch|sh)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  return [lemma, plural, `${lemma}ed`, `${lemma}ing`];
}

/** Every inflected form, lower case → its verb. */
export const REPORTING_VERBS: ReadonlyMap<string, ReportingVerb> = new Map(
  VERBS.flatMap(([verbClass, requirement, lemmas]) =>
    lemmas.split(' ').flatMap((lemma) => {
      const verb: ReportingVerb = { lemma, class: verbClass, requirement };
      return inflections(lemma).map((form): [string, ReportingVerb] => [form, verb]);
    }),
  ),
);

/** Two-word verb, kept apart: "pointed out" presents what follows as fact. */
export const POINT_OUT: ReportingVerb = { lemma: 'point out', class: 'endorsing', requirement: 'complement' };
/** Not a verb, but the commonest neutral attribution after "said". */
export const ACCORDING_TO: ReportingVerb = { lemma: 'according to', class: 'neutral', requirement: 'none' };
