import { compareStory } from '#lib/comparison/compare-story';
import type { Article, Codebook, Comparison, QualityStatus } from '#lib/types';

type Draft = {
  id: string;
  outlet?: string;
  headline?: string;
  paragraphs: string[];
  language?: string;
  status?: QualityStatus;
};

export function article({
  id,
  outlet = id,
  headline = 'Bridge closes',
  paragraphs,
  language = 'en',
  status = 'full',
}: Draft): Article {
  let start = 0;
  return {
    id,
    version: 1,
    outletId: outlet,
    outletName: outlet,
    headline,
    published: '2026-03-01T08:00:00Z',
    fetchedAt: '2026-03-01T09:00:00Z',
    language,
    paragraphs: paragraphs.map((text, at) => {
      const paragraph = { id: `p${at}`, kind: 'paragraph' as const, text, start };
      start += text.length + 1;
      return paragraph;
    }),
    quality: {
      status,
      reasons: status === 'full' ? [] : [{ code: 'paywall', message: 'The page asks for a subscription.' }],
    },
    dropped: [],
    textHash: id,
  };
}

/** Compares drafts with the first of them. */
export function compared(drafts: Draft[], codebooks: Codebook[] = [], includePartial = false): Comparison {
  const articles = drafts.map(article);
  return compareStory({
    title: 'Old bridge closes',
    articles,
    outlets: [],
    settings: { reference: articles[0]?.id ?? '', codebooks: codebooks.map(({ id }) => id), includePartial },
    codebooks,
    software: { name: 'synoptic', version: '0.0.0' },
  });
}

export const BRIDGE = [
  'The town council voted on Monday to close the old bridge to cars for three months from the first of April.',
  '“We have waited far too long and the cracks in the deck have grown every winter,” said the chief engineer, Mara Lind.',
  'Repairs will cost 4 million crowns, paid from the harbour fund.',
  'Pedestrians and cyclists can still cross on the northern side.',
];

export const BRIDGE_TOO = [
  'The old bridge closes to cars for three months from the first of April, the town council voted on Monday.',
  '“We have waited much too long and the cracks in the deck have grown every winter,” the chief engineer, Mara Lind, claimed.',
  'Shopkeepers on the quay fear for their trade in spring and ask for a shuttle bus.',
];

export const CODEBOOK: Codebook = {
  schema: 'codebook/1',
  id: 'test',
  version: '1',
  lang: 'en',
  title: 'Test codebook',
  description: 'For tests.',
  author: 'nobody',
  licence: 'CC0-1.0',
  basedOn: [],
  unit: 'sentence',
  frames: [
    {
      id: 'money',
      label: 'Money',
      definition: 'Money is talked about.',
      question: 'Is money talked about?',
      include: [{ any: ['cost*', 'fund'] }],
      examples: [],
    },
  ],
  concepts: [
    {
      id: 'crossing',
      label: 'What the crossing is called',
      definition: 'The noun for it.',
      labels: [
        { id: 'bridge', label: 'bridge', terms: ['bridge'] },
        { id: 'viaduct', label: 'viaduct', terms: ['viaduct'] },
      ],
      examples: [],
    },
  ],
};
