/**
 * Every cut of the diff stage. Quotation and figure rules were set by reading matches on US news pairs; the sentence cuts
 * by reading sentence pairs of articles on one event: a mark that a reader would not accept costs more than one that is missing.
 */
export const CUTS = {
  /** Shared words: a run of at least this many words, one of them a content word. */
  sharedRun: 2,
  /** The same between headlines: so few words that each shared one counts. */
  sharedRunInHeadlines: 1,

  /** Inline changes only when this share of the shorter side's content words is in the other … */
  verbatimContainment: 0.7,
  /** … and 2·LCS / (words of both) reaches this; below, insert/delete marks keep a fifth of the words and help nobody. */
  verbatimOrder: 0.6,

  /** Versions of one text: among how many of the paragraphs that came, in order, the one that replaced a paragraph is looked for. */
  partnersTried: 12,

  /** Two sentences of linked paragraphs say the same thing in part. */
  sentencePair: 0.3,
  /** … mostly the same thing: needed to compare their reporting verbs. */
  strongPair: 0.42,
  /** … and are so alike that a source or a hedge on one side only means something. */
  closePair: 0.52,

  quotation: {
    /** A quotation at least this long may match anywhere in the article. */
    words: 4,
    contentWords: 2,
    /** With fewer equal words, only in linked paragraphs or with the same named speaker. */
    sureWords: 6,
    /** Worded differently: longest equal run, equal share of the aligned span, share of the shorter quotation covered. */
    run: 4,
    equal: 0.75,
    covered: 0.7,
    /** An equal run this long is the same utterance even if both sides cut it elsewhere. */
    longRun: 8,
    /** … or this long when both sides go on differently. */
    longOverlap: 12,
    /** Content words differ and fewer words than this are equal: only when those are this share of the longer quotation too. */
    fewEqual: 8,
    fewCovered: 0.4,
    /** Paraphrase: share of the quotation's content words in the other's unquoted sentence, how many it must have and must share. */
    paraphrase: 0.65,
    paraphraseWords: 5,
    paraphraseShared: 5,
    /** A reporting verb further from the quotation than this many characters may belong to something else. */
    verbDistance: 40,
    /** Overlapping quotations: words in a row that both have. */
    overlapRun: 5,
  },

  verb: {
    /** Content words that two reported sentences share besides naming the speaker. */
    sharedMessage: 4,
  },

  figure: {
    /** Characters on either side of a figure whose content words are its context. */
    context: 45,
    sharedContext: 2,
    /** A rounding may be off by this share of the larger value. */
    rounding: 0.05,
    /** Two numbers further apart than this factor do not count the same thing. */
    factor: 2,
  },

  label: {
    /** How many words on either side of a label are looked at for one shared content word … */
    beside: 3,
    /** … or, in sentences that say mostly the same, for this many. */
    near: 6,
    shared: 2,
  },

  /** Certainty: how many words around the hedge are looked at, and how many of their content words the other side must have. */
  hedgeWindow: 6,
  hedgeShared: 2,

  /** Negation: content words the denied and the plain verb must have around them in common. */
  negationShared: 2,

  /** A quotation of at most this many words in running text is a fragment. */
  fragmentWords: 3,

  /** Paragraphs that count as the beginning, and how much further down the other text must have the passage. */
  lead: 3,
  positionApart: 4,
} as const;
