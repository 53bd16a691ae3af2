import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import type { SuggestedPhrase } from '#lib/framing/suggest-labels';
import { ForeignText } from '../../../_components/foreign-text';
import { MarkedText } from '../../../_components/marked-text';
import { type OfferedLabels, offeredLabels, openCodebook, storiesToTry } from '../../../_queries/codebooks';
import { mayWrite } from '../../../_queries/permission';
import styles from '../../codebooks.module.css';
import { offerAgain, rejectSuggestion } from '../actions';
import { Press } from '../press';

export const metadata: Metadata = { title: 'Suggested labels' };

/** One attribute before different nouns in one event: offered as labels of one thing, to be taken or refused. */
export default async function SuggestionsPage({
  params,
  searchParams,
}: PageProps<'/codebooks/[codebookId]/suggestions'>) {
  const [{ codebookId }, query, isAllowed, stories] = await Promise.all([
    params,
    searchParams,
    mayWrite(),
    storiesToTry(),
  ]);
  const found = await openCodebook(codebookId);
  if (!found?.line.isInForce) notFound();
  const storyId = stories.find(({ id }) => id === query.story)?.id;
  const offers = await offeredLabels(codebookId, storyId);
  const back = `/codebooks/${codebookId}/suggestions${storyId === undefined ? '' : `?story=${encodeURIComponent(storyId)}`}`;
  return (
    <>
      <p className={styles.back}>
        <Link href={`/codebooks/${codebookId}`}>{found.codebook.title}</Link>
      </p>
      <h1>Suggested labels</h1>
      <p className={styles.intro}>
        The same word before different nouns, in texts on one event: perhaps one thing with two names, perhaps two
        things. Where it was measured, four in ten named the same. Read the passages; nothing counts until you take it
        into the codebook, and what you refuse is not offered again.
      </p>
      <form method="get" className={styles.choose}>
        <label>
          <span>Look through</span>
          <select name="story" defaultValue={storyId ?? ''}>
            <option value="">the latest stories of two outlets and more</option>
            {stories.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <button type="submit">Look</button>
      </form>
      {offers.length === 0 && <p>Nothing to suggest here that the codebook does not have or you have not refused.</p>}
      {offers.map((offer) => (
        <Offer
          key={`${offer.storyId} ${offer.suggestion.modifier}`}
          id={codebookId}
          offer={offer}
          back={back}
          mayWrite={isAllowed}
        />
      ))}
      {isAllowed && (
        <div className={styles.tools}>
          <Press action={offerAgain.bind(null, codebookId, back)} label="Refused ones">
            <button type="submit">Offer refused ones again</button>
          </Press>
        </div>
      )}
    </>
  );
}

type OfferProps = { id: string; offer: OfferedLabels; back: string; mayWrite: boolean };

function Offer({ id, offer, back, mayWrite: isAllowed }: OfferProps) {
  const { suggestion, title, storyId } = offer;
  const query = new URLSearchParams([
    ['new', 'concept'],
    ['story', storyId],
    ...suggestion.phrases.map(({ phrase }) => ['phrase', phrase]),
  ]);
  const name = suggestion.phrases.map(({ phrase }) => phrase).join(' / ');
  return (
    <section className={styles.offer} aria-label={name}>
      <h2>{name}</h2>
      <p className="soft fine">
        In{' '}
        <Link href={`/stories/${storyId}`} prefetch={false}>
          {title}
        </Link>
      </p>
      <ul>
        {suggestion.phrases.map((phrase) => (
          <Phrase key={phrase.phrase} phrase={phrase} articles={offer.articles} />
        ))}
      </ul>
      {isAllowed && (
        <div className={styles.tools}>
          <Link href={`/codebooks/${id}/edit?${query}`} className="button" prefetch={false}>
            Take into the codebook …
          </Link>
          <Press action={rejectSuggestion.bind(null, id, back)} label={`Refuse ${name}`}>
            {suggestion.phrases.map(({ phrase }) => (
              <input key={phrase} type="hidden" name="phrase" value={phrase} />
            ))}
            <button type="submit">Not one thing</button>
          </Press>
        </div>
      )}
    </section>
  );
}

/** Signs shown around a phrase. */
const AROUND = 90;

function Phrase({ phrase, articles }: { phrase: SuggestedPhrase; articles: OfferedLabels['articles'] }) {
  const { place } = phrase;
  const article = articles.find((each) => each.id === place.articleId);
  const text = article?.paragraphs[place.paragraph]?.text ?? '';
  const from = Math.max(0, text.lastIndexOf(' ', Math.max(0, place.start - AROUND)) + 1);
  const space = text.indexOf(' ', place.end + AROUND);
  const to = space < 0 ? text.length : space;
  return (
    <li>
      <strong>{phrase.phrase}</strong>, {phrase.mentions} × in {phrase.outlets.join(', ')}:{' '}
      <ForeignText as="q" language={article?.language}>
        {from > 0 && '… '}
        <MarkedText
          text={text.slice(from, to)}
          marks={[{ kind: 'hit', start: place.start - from, end: place.end - from }]}
        />
        {to < text.length && ' …'}
      </ForeignText>
    </li>
  );
}
