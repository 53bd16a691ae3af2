import Link from 'next/link';
import type { ReactNode } from 'react';
import { type CountedOutlet, type EvidenceSentence, evidenceOf, type Filter } from '#lib/comparison/frame-rows';
import { nameOf, type Texts } from '#lib/comparison/texts';
import { verdictOf } from '#lib/comparison/verdicts';
import { linkTo, type Place, type Shown } from '#lib/share/shown';
import { countOf } from '#lib/text/count-of';
import type { CodebookStamp } from '#lib/types';
import { passageAddress, passageLink } from '../passage-link';
import styles from './evidence.module.css';
import { hitId, sentenceId } from './evidence-ids';
import { EvidenceItem } from './evidence-item';
import { EvidenceKeys } from './evidence-keys';
import { POSITION_WORDS, VOICE_WORDS } from './words';

type Props = {
  texts: Texts;
  place: Place;
  codebook: CodebookStamp;
  code: string;
  name: string;
  outlets: readonly CountedOutlet[];
  /** Id of the heading that closing leads back to. */
  back: string;
  children?: ReactNode;
};

/** The drawer: the sentences behind one number, each in its surroundings, with what was found there and what a reader says of it. */
export function Evidence({ texts, place, codebook, code, name, outlets, back, children }: Props) {
  const { outlet: outletId, cell } = place.shown;
  const filter = filterOf(place.shown);
  const sentences = judgedOnly(evidenceOf(outlets, code, outletId, filter), texts, codebook, place.shown);
  const outlet = outlets.find(({ id }) => id === outletId);
  const close = linkTo(place, { code: undefined, outlet: undefined, cell: undefined }, back);
  return (
    <section id="evidence" className={styles.evidence} aria-labelledby="evidence-title" tabIndex={-1}>
      <h3 id="evidence-title">
        {name} in {outlet?.name ?? 'all outlets'}
        {wordsOf(filter, cell)}: {sizeOf(sentences)}
      </h3>
      {children}
      {sentences.length === 0 && <p className="soft">No sentence here carries it.</p>}
      <ol>
        {sentences.map((sentence) => {
          const article = texts.comparison.articles.find(({ id }) => id === sentence.articleId);
          const paragraph = sentence.hits[0]?.paragraph;
          if (!article || paragraph === undefined) return null;
          return (
            <EvidenceItem
              key={sentenceId(texts, sentence)}
              id={sentenceId(texts, sentence)}
              article={article}
              name={nameOf(article, texts.comparison)}
              href={passageLink(texts, place, article, paragraph)}
              address={passageAddress(texts, place, { codebook: codebook.id }, sentenceId(texts, sentence))}
              codebook={codebook}
              hits={sentence.hits}
              verdicts={texts.comparison.verdicts ?? []}
              hitId={(hit) => hitId(texts, article.id, hit)}
              {...(place.mayCorrect ? { back: (id: string) => linkTo(place, {}, id) } : {})}
            />
          );
        })}
      </ol>
      {place.mayCorrect && sentences.length > 0 && (
        <p className="fine soft">
          What you say of a hit is kept and shown beside the chart. It changes no count; to change what is found, change
          the codebook.
        </p>
      )}
      <p className={styles.ways}>
        {outlet && (
          <Link
            href={`/framing?${new URLSearchParams({ outlet: outlet.id, codebook: codebook.id, code })}`}
            prefetch={false}
          >
            {name} in all stored texts of {outlet.name}, over time
          </Link>
        )}
        <Link href={close} prefetch={false} data-close-evidence="">
          Close the list
        </Link>
      </p>
      <EvidenceKeys opened={`${code} ${outletId} ${cell}`} back={back} />
    </section>
  );
}

/** What the number that was pressed counts: its cell says more than the filter over the whole page. */
export function filterOf({ voice, position, cell }: Shown): Filter {
  switch (cell) {
    case 'own':
    case 'attributed':
    case 'quoted':
      return { voice: cell, position };
    case 'headline':
    case 'lead':
    case 'body':
      return { voice, position: cell };
    default:
      return { voice, position };
  }
}

function judgedOnly(sentences: EvidenceSentence[], texts: Texts, { hash }: CodebookStamp, { cell }: Shown) {
  if (cell !== 'judged') return sentences;
  const said = texts.comparison.verdicts ?? [];
  return sentences.flatMap(({ articleId, hits }) => {
    const judged = hits.filter((hit) => verdictOf(said, hash, articleId, hit) !== undefined);
    return judged.length === 0 ? [] : [{ articleId, hits: judged }];
  });
}

function wordsOf({ voice, position }: Filter, cell: Shown['cell']): string {
  const parts = [
    ...(voice === 'all' ? [] : [VOICE_WORDS[voice]]),
    ...(position === 'all' ? [] : [POSITION_WORDS[position]]),
    ...(cell === 'judged' ? ['checked by a reader'] : []),
  ];
  return parts.map((part) => `, ${part}`).join('');
}

function sizeOf(sentences: readonly EvidenceSentence[]): string {
  const hits = sentences.flatMap((sentence) => sentence.hits);
  const size = countOf(sentences.length, 'sentence');
  return hits[0]?.kind === 'label' ? `${countOf(hits.length, 'mention')} in ${size}` : size;
}
