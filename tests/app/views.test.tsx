import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { textsOf } from '#lib/comparison/texts';
import { type Place, type Query, readShown, VIEWS } from '#lib/share/shown';
import type { Comparison } from '#lib/types';
import { ComparisonView } from '../../app/_views/comparison-view';
import { EventHeader } from '../../app/_views/event-header';
import { TextPicker } from '../../app/_views/text-picker';
import { ViewNotes } from '../../app/_views/view-notes';
import { BRIDGE, BRIDGE_TOO, CODEBOOK, compared } from './invented';
import { WithRouter } from './with-router';

function html(comparison: Comparison, query: Query): string {
  const texts = textsOf(comparison);
  return renderToStaticMarkup(
    <WithRouter>
      <EventHeader texts={texts}>
        <ViewNotes texts={texts} />
      </EventHeader>
      <ComparisonView texts={texts} place={{ path: '/stories/s', shown: readShown(query) }} />
    </WithRouter>,
  );
}

/** What a reader without styles gets: tags gone, white space single. */
function words(comparison: Comparison, query: Query): string {
  return html(comparison, query)
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x27;|&quot;/g, "'")
    .replace(/\s+/g, ' ');
}

const ARABIC = 'أعلن مجلس المدينة يوم الاثنين إغلاق الجسر القديم أمام السيارات لمدة ثلاثة أشهر.';

const two = compared(
  [
    { id: 'alpha', paragraphs: BRIDGE },
    { id: 'beta', paragraphs: BRIDGE_TOO },
  ],
  [CODEBOOK],
);
const STATES: [string, Comparison][] = [
  ['two texts', two],
  [
    'the same text twice',
    compared([
      { id: 'alpha', paragraphs: BRIDGE },
      { id: 'beta', paragraphs: BRIDGE },
    ]),
  ],
  [
    'nothing in common',
    compared([
      { id: 'alpha', paragraphs: BRIDGE },
      { id: 'beta', paragraphs: ['Apples ripen late this year, growers in the valley say.'] },
    ]),
  ],
  [
    'a reference without paragraphs',
    compared(
      [
        { id: 'alpha', paragraphs: [], status: 'blocked' },
        { id: 'beta', paragraphs: BRIDGE },
      ],
      [CODEBOOK],
    ),
  ],
  [
    'another language',
    compared(
      [
        { id: 'alpha', paragraphs: BRIDGE },
        { id: 'beta', paragraphs: [ARABIC], language: 'ar' },
      ],
      [CODEBOOK],
    ),
  ],
  [
    'a codebook without codes',
    compared(
      [
        { id: 'alpha', paragraphs: BRIDGE },
        { id: 'beta', paragraphs: BRIDGE_TOO },
      ],
      [{ ...CODEBOOK, frames: [], concepts: [] }],
    ),
  ],
  [
    'twenty texts',
    compared(
      Array.from({ length: 20 }, (_, at) => ({ id: `outlet ${at}`, paragraphs: at % 2 === 0 ? BRIDGE : BRIDGE_TOO })),
      [CODEBOOK],
    ),
  ],
];

describe.each(STATES)('%s', (_name, comparison) => {
  it.each(VIEWS)('is shown by the %s view', (view) => {
    const text = words(comparison, { view, at: 'p0', code: 'money', outlet: 'alpha' });
    expect(text).toContain('Old bridge closes');
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });

  it.each(VIEWS)('gives every element of the %s view its own id', (view) => {
    const ids = [...html(comparison, { view, at: 'p1' }).matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });
});

describe('Read', () => {
  it('opens a paragraph with the other text, its confidence and the difference in words', () => {
    const text = words(two, { at: 'p1' });
    expect(text).toMatch(/strong match, \d+ %/);
    expect(text).toContain('Quotation worded differently');
    expect(text).toContain('claimed');
  });

  it('says in how many texts no matching paragraph was found', () => {
    expect(words(two, {})).toContain('No matching paragraph found in 1 of 1 text');
  });

  it('lists what only the other has', () => {
    expect(words(two, {})).toMatch(/beta 1 paragraph of 3 Shopkeepers/);
  });

  it('counts an incomplete text neither as carrying a paragraph nor as being without it', () => {
    const comparison = compared([
      { id: 'alpha', paragraphs: BRIDGE },
      { id: 'beta', paragraphs: BRIDGE_TOO },
      { id: 'gamma', paragraphs: BRIDGE_TOO.slice(0, 1), status: 'partial' },
    ]);
    const text = words(comparison, {});
    expect(text).toContain('gamma partial text : The page asks for a subscription.');
    expect(text).toContain('1 of 1');
    expect(text).not.toMatch(/of 2 texts/);
    expect(text).toContain('in 1 short or incomplete');
  });
});

describe('wire copy', () => {
  const copied = compared(
    [
      { id: 'alpha', paragraphs: BRIDGE },
      { id: 'beta', paragraphs: BRIDGE_TOO },
      { id: 'gamma', paragraphs: BRIDGE_TOO },
      { id: 'zeta', paragraphs: BRIDGE },
    ],
    [CODEBOOK],
  );

  it('is counted once in the strip: neither the copy of another nor that of the reference', () => {
    expect(words(copied, {})).toContain('1 of 1');
    expect(words(copied, {})).not.toMatch(/\d of [23]\b(?! text)/);
  });

  it('stays readable, under the name of whoever had it first', () => {
    expect(words(copied, {})).toContain('gamma same text as beta');
    expect(words(copied, { view: 'coverage' })).toContain('gamma same text as beta');
    expect(words(copied, {})).toContain('4 outlets, 4 texts , 2 independent'.replace(' ,', ','));
  });

  it('has one row in a chart, and the chart says whose', () => {
    const text = words(copied, { view: 'framing' });
    expect(text).toContain('The same text is counted once: gamma under beta, zeta under alpha.');
  });
});

describe('a text that is not complete', () => {
  const drafts = [
    { id: 'alpha', paragraphs: BRIDGE },
    { id: 'beta', paragraphs: BRIDGE_TOO },
    { id: 'gamma', paragraphs: BRIDGE_TOO.slice(0, 1), status: 'partial' as const },
  ];
  const left = compared(drafts, [CODEBOOK]);
  const included = compared(drafts, [CODEBOOK], true);
  const place: Place = { path: '/stories/s', shown: readShown({ view: 'framing' }) };
  const notes = (comparison: Comparison, where?: Place) =>
    renderToStaticMarkup(<ViewNotes texts={textsOf(comparison)} {...(where === undefined ? {} : { place: where })} />);

  it.each(VIEWS)('is flagged above the %s view, with the reason to open', (view) => {
    expect(html(left, { view })).toMatch(
      /<summary><span[^>]*>partial text<\/span>.*?<li>The page asks for a subscription\./,
    );
  });

  it.each(['framing', 'coverage', 'headlines', 'words', 'method'])('is flagged inside the %s view', (view) => {
    expect(words(left, { view }).split('partial text').length).toBeGreaterThan(2);
  });

  it('is in no count unless included, and then with its flag beside the numbers', () => {
    expect(words(left, { view: 'framing' })).not.toMatch(/subscription\. \d+\/\d+/);
    expect(words(included, { view: 'framing' })).toMatch(
      /gamma partial text : The page asks for a subscription\. \d+\/\d+/,
    );
  });

  it('can be included and left out by a link that keeps the view; a frozen comparison has none', () => {
    expect(notes(left, place)).toContain('href="/stories/s?view=framing&amp;include=partial"');
    expect(notes(included, { ...place, shown: readShown({ view: 'framing', include: 'partial' }) })).toContain(
      'href="/stories/s?view=framing"',
    );
    expect(notes(left)).not.toContain('href');
    expect(notes(left)).toContain('1 text is not complete and left out of counts');
    expect(notes(included)).toContain('counted all the same');
    expect(notes(compared(drafts.slice(0, 2)), place)).toBe('');
  });

  it('is flagged where texts are chosen, and the choice keeps it included', () => {
    const picker = renderToStaticMarkup(
      <TextPicker
        texts={textsOf(included)}
        place={{ path: '/stories/s', shown: readShown({ include: 'partial' }) }}
        candidates={included.articles.map(({ id, quality }) => ({
          articleId: id,
          name: id,
          headline: 'h',
          quality: quality.status,
        }))}
      />,
    );
    expect(picker).toContain('gamma (partial text)');
    expect(picker).toContain('<input type="hidden" name="include" value="partial"/>');
  });

  it('says nothing about words it may hold: alone beside a text, it proves no word to be nowhere else', () => {
    const two = compared(drafts.filter(({ id }) => id !== 'beta'));
    expect(words(two, { view: 'words' })).toContain('No other text in this language is complete');
  });
});

describe('Side by side', () => {
  it('marks what one side has only, in words as well', () => {
    const near = compared([
      { id: 'alpha', paragraphs: BRIDGE },
      { id: 'beta', paragraphs: BRIDGE.map((text) => text.replace('three months', 'ninety days')) },
    ]);
    const text = words(near, { view: 'side' });
    expect(text).toMatch(/\[only in alpha: (three )?months ?\]/);
    expect(text).toMatch(/\[only in beta: ninety days ?\]/);
    expect(html(near, { view: 'side' })).not.toContain('line-through');
  });

  it('leaves only rows with a difference when asked to', () => {
    const all = html(two, { view: 'side' }).split('<section').length;
    const some = html(two, { view: 'side', only: 'differences' }).split('<section').length;
    expect(some).toBeLessThan(all);
    expect(some).toBeGreaterThan(1);
  });
});

describe('Framing', () => {
  it('prints k of n with a link to the sentences, zeros too, and no interval for one article each', () => {
    const text = words(two, { view: 'framing' });
    expect(text).toMatch(/alpha 1\/\d+/);
    expect(text).toMatch(/beta 0\/\d+/);
    expect(text).toContain('complete count of this article, not an estimate of the outlet');
    expect(text).not.toContain('rough)');
  });

  it('lists the sentences behind a number with the hit marked', () => {
    const page = html(two, { view: 'framing', code: 'money', outlet: 'alpha' });
    expect(page).toMatch(/id="evidence"/);
    expect(page).toMatch(/<mark[^>]*>cost<\/mark>/);
    expect(page).toContain('cost*');
  });

  it('keeps voices apart', () => {
    const text = words(two, { view: 'framing', voice: 'quoted' });
    expect(text).toMatch(/alpha 0\/\d+/);
  });

  it('prints 0 in the matrix of labels', () => {
    expect(words(two, { view: 'framing' })).toMatch(/What the crossing is called .* bridge viaduct alpha \d+ 0/);
  });
});

describe('foreign text', () => {
  it('has its language, and no word of ours that would turn its direction', () => {
    const comparison = compared([
      { id: 'alpha', paragraphs: [ARABIC], language: 'ar' },
      { id: 'beta', paragraphs: [ARABIC.replace('الاثنين', 'الثلاثاء')], language: 'ar' },
    ]);
    const page = html(comparison, { view: 'side' });
    expect(page).toMatch(/<p lang="ar" dir="auto"/);
    const ours = [...page.matchAll(/<span class="hidden-text"[^>]*>\[/g)].map((match) => match[0]);
    expect(ours.length).toBeGreaterThan(0);
    expect(ours.every((tag) => tag.includes('dir="ltr"'))).toBe(true);
  });

  it('is text, whatever it holds', () => {
    const comparison = compared([
      {
        id: 'alpha',
        headline: '<img src=x onerror=alert(1)>',
        paragraphs: ['<script>alert(1)</script> is a paragraph about the bridge.'],
      },
      { id: 'beta', paragraphs: BRIDGE },
    ]);
    for (const view of VIEWS) expect(html(comparison, { view })).not.toMatch(/<script|<img/);
  });
});

describe('words that both use', () => {
  it('are said aloud behind the text, once', () => {
    const beta = words(two, { view: 'headlines' }).split('beta').at(-1);
    expect(beta).toMatch(/^\s*Bridge closes \[words both use: Bridge closes\]/);
  });
});
