import type { Reason } from '#lib/types';

/**
 * Class names and ids that tell what a part of a page is for. News templates name such parts much alike everywhere, and in English;
 * the words below were collected from class names that held leaked text. `words`: text above that length is kept whatever its
 * class says, because some templates put a whole article into an element of class "has-comments".
 */
const HINTS: readonly { code: string; message: string; words: number; pattern: RegExp }[] = [
  {
    code: 'caption',
    message: 'The caption of a picture.',
    words: 120,
    pattern:
      /caption|(?:image|img|photo|picture|media|foto|bild)[-_]*(?:desc|text|credit|info|meta|copyright|legend|title)|credits?$|^legend|[-_]legend|bildunter|bildquelle|photographer|image-gallery|galler(?:y|ies)|slideshow|slider|carousel|lightbox/,
  },
  {
    code: 'related',
    message: 'Pointers to other articles.',
    words: 200,
    pattern:
      /related|recommend|teaser|read-?(?:more|next|also)|also-?read|more-(?:stories|news|on|from|articles)|most-?(?:read|popular|viewed)|trending|promo(?:$|s$|-|_|box)|outbrain|taboola|zergnet|ligatus|plista|recirc|line-clamp|further-?reading|see-?also|weiterlesen|mehr-zum-thema|link-?list/,
  },
  {
    code: 'newsletter',
    message: 'An invitation to a newsletter, an app or a channel.',
    words: 150,
    pattern:
      /newsletter|subscri(?:be|ption)|sign-?up|mailing-?list|paywall-?(?:box|message|teaser|overlay)|regwall|app-?(?:promo|download|banner)|follow-?us/,
  },
  {
    code: 'share',
    message: 'Buttons for sharing, printing or commenting.',
    words: 60,
    pattern: /share|sharing|social|toolbar|bookmark|print-?button|audio-?player|listen/,
  },
  {
    code: 'author-box',
    message: 'A note about the author.',
    words: 150,
    pattern:
      /author-?(?:box|bio|card|info|desc|profile|details|note|about|footer)|about-?(?:the-?)?author|bio(?:$|graphy|-text)|byline|m-a-box|contributor|authors?$/,
  },
  {
    code: 'comments',
    message: 'Readers’ comments.',
    words: 100_000,
    pattern:
      /^comments?(?:$|-?(?:list|area|section|respond|wrapper|thread|body|text))|disqus|respond$|kommentar(?:e|bereich)/,
  },
  {
    code: 'tags',
    message: 'A list of topics or tags.',
    words: 60,
    pattern:
      /^tags?$|[-_]tags?$|^tags?[-_]|tag-?(?:list|cloud)|topics?(?:$|-list)|keywords|breadcrumb|categor(?:y|ies)$|kicker/,
  },
  {
    code: 'advertisement',
    message: 'A label of an advertisement.',
    words: 150,
    pattern: /^ads?$|^ads?[-_]|[-_]ads?$|advert|sponsor|werbung|anzeige|affiliate/,
  },
  {
    code: 'note',
    message: 'A note of the outlet about corrections, links or terms.',
    words: 120,
    pattern: /disclaimer|copyright|footnotes?|nota[-_]?pie|correction|impressum|legal|^notice|cookie|consent|gdpr/,
  },
  {
    code: 'fact-box',
    message: 'A box beside the text.',
    words: 250,
    pattern:
      /fact-?(?:box|s$)|info-?(?:box|kasten)|side-?bar|^aside|[-_]aside|poll|quiz|(?:^|[-_])box(?:$|[-_])|glossary|summary-?box/,
  },
];

const TAGS: Record<string, Reason> = {
  NAV: { code: 'related', message: 'Pointers to other articles.' },
  FOOTER: { code: 'note', message: 'A note of the outlet about corrections, links or terms.' },
  ASIDE: { code: 'fact-box', message: 'A box beside the text.' },
  DIALOG: { code: 'share', message: 'Buttons for sharing, printing or commenting.' },
  LABEL: { code: 'share', message: 'Buttons for sharing, printing or commenting.' },
};
const TAG_WORDS = 250;

type Hint = (typeof HINTS)[number];

/**
 * What an element's tag, class or id says it is, unless its text is too long for that. `known` remembers the answer for each wording of
 * class and id: a page repeats a few dozen of them on thousands of elements.
 */
export function hintOf(element: Element, words: number, known: Map<string, Hint[]>): Reason | undefined {
  const tag = TAGS[element.tagName];
  if (tag && words <= TAG_WORDS) return tag;
  const names =
    `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''} ${element.getAttribute('data-component') ?? ''}`.trim();
  if (names === '') return undefined;
  const hints = known.get(names) ?? hintsIn(names);
  known.set(names, hints);
  const hint = hints.find((each) => words <= each.words);
  return hint && { code: hint.code, message: hint.message };
}

function hintsIn(names: string): Hint[] {
  const tokens = names
    .slice(0, 400)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/\s+/)
    .filter((token) => !/^(?:has|no|with|is|not|without)[-_]/.test(token));
  return HINTS.filter(({ pattern }) => tokens.some((token) => pattern.test(token)));
}
