import Link from 'next/link';
import { Fragment } from 'react';
import { type CountedOutlet, type EvidenceSentence, evidenceOf } from '#lib/comparison/frame-rows';
import { nameOf, type Texts, textAt } from '#lib/comparison/texts';
import { POSITION_WORDS, VOICE_WORDS } from '#lib/share/screen-words';
import { linkTo, type Place } from '#lib/share/shown';
import { countOf } from '#lib/text/count-of';
import type { Hit } from '#lib/types';
import { ForeignText } from '../../_components/foreign-text';
import { MarkedText } from '../../_components/marked-text';
import { passageAddress, passageLink } from '../passage-link';
import { PassageMark } from '../passage-mark';
import styles from './evidence.module.css';

type Props = { texts: Texts; place: Place; code: string; name: string; outlets: readonly CountedOutlet[] };

/** The sentences behind one number. */
export function Evidence({ texts, place, code, name, outlets }: Props) {
  const { outlet: outletId, voice } = place.shown;
  const sentences = evidenceOf(outlets, code, outletId, voice);
  const outlet = outlets.find(({ id }) => id === outletId);
  return (
    <section id="evidence" className={styles.evidence} aria-labelledby="evidence-title" tabIndex={-1}>
      <h3 id="evidence-title">
        {name} in {outlet?.name ?? 'all outlets'}
        {voice === 'all' ? '' : `, ${VOICE_WORDS[voice]}`}: {sizeOf(sentences)}
      </h3>
      {sentences.length === 0 && <p className="soft">No sentence here carries it.</p>}
      <ol>
        {sentences.map((sentence) => (
          <Sentence key={keyOf(sentence)} texts={texts} place={place} sentence={sentence} />
        ))}
      </ol>
      <p>
        <Link href={linkTo(place, { code: undefined, outlet: undefined })} scroll={false} prefetch={false}>
          Close the list
        </Link>
      </p>
    </section>
  );
}

// The headline is no sentence of the body, and not in the k of n that led here.
function sizeOf(sentences: readonly EvidenceSentence[]): string {
  const headlines = sentences.filter(({ hits }) => hits[0]?.position === 'headline').length;
  const body = countOf(sentences.length - headlines, 'sentence');
  return headlines === 0 ? body : `${body} and ${headlines === 1 ? 'the headline' : `${headlines} headlines`}`;
}

function keyOf({ articleId, hits }: EvidenceSentence): string {
  return `${articleId} ${hits[0]?.paragraph} ${hits[0]?.sentence}`;
}

function Sentence({ texts, place, sentence }: { texts: Texts; place: Place; sentence: EvidenceSentence }) {
  const codebook = texts.comparison.framing[0]?.codebook.id;
  const article = texts.comparison.articles.find((each) => each.id === sentence.articleId);
  const hit = sentence.hits[0];
  if (!article || !hit) return null;
  const text = textAt(article, hit.paragraph).slice(hit.sentenceStart, hit.sentenceEnd);
  const marks = sentence.hits.map(({ start, end, voice }) => ({
    kind: 'hit' as const,
    start: start - hit.sentenceStart,
    end: end - hit.sentenceStart,
    said: VOICE_WORDS[voice],
  }));
  const id = `sentence-${sentence.articleId}-${hit.paragraph}-${hit.sentence}`;
  const href = passageLink(texts, place, article, hit.paragraph);
  return (
    <li id={id}>
      <ForeignText as="blockquote" language={article.language} className={styles.sentence}>
        <MarkedText text={text} marks={marks} />{' '}
        <PassageMark
          href={passageAddress(texts, place, { codebook: place.shown.codebook ?? codebook }, id)}
          name="this sentence"
        />
      </ForeignText>
      <p className={styles.about}>
        {nameOf(article, texts.comparison)},{' '}
        <Link href={href} prefetch={false}>
          {hit.paragraph < 0 ? 'headline' : `paragraph ${hit.paragraph + 1}`}
        </Link>{' '}
        ({POSITION_WORDS[hit.position]}){' '}
        {unique(sentence.hits).map((each) => (
          <Fragment key={`${each.start} ${each.pattern}`}>
            · “{each.text}” by <code>{each.pattern}</code>, {VOICE_WORDS[each.voice]}
            {each.speaker === undefined ? '' : ` (${each.speaker})`}{' '}
          </Fragment>
        ))}
      </p>
    </li>
  );
}

function unique(hits: readonly Hit[]): Hit[] {
  return hits.filter(
    (hit, at) => hits.findIndex((each) => each.start === hit.start && each.pattern === hit.pattern) === at,
  );
}
