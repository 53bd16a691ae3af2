import Link from 'next/link';
import { momentText } from '../../_components/moment';
import type { AddressPreview, FeedPreview } from '../../_queries/outlets';
import styles from '../outlets.module.css';
import { counted, countryName, languageName } from '../words';
import { ChooseForm } from './choose-form';

const FOUND: Record<FeedPreview['source'], string> = {
  given: 'at the address itself',
  declared: 'named by the page as its feed',
  linked: 'linked from the page',
  guessed: 'found where feeds often are',
};

/** What each feed holds now, before it is added. */
export function Preview({ preview: { feeds, unreadable } }: { preview: AddressPreview }) {
  const fresh = feeds.filter(({ readAs }) => readAs === undefined);
  const [first] = fresh;
  return (
    <>
      <h3>{feeds.length === 1 ? 'One feed was found' : `${feeds.length} feeds were found`}</h3>
      <ul className={`plain-list ${styles.previews}`}>
        {feeds.map((feed) => (
          <FeedItem key={feed.url} feed={feed} isFirst={feed === first} />
        ))}
      </ul>
      {unreadable.length === 0 ? null : (
        <details className={styles.details}>
          <summary>{counted(unreadable.length, 'feed', 'feeds')} named by the page could not be read</summary>
          <ul className="plain-list">
            {unreadable.map(({ url, reason }) => (
              <li key={url}>
                <span className={styles.address}>{url}</span> {reason.message}
              </li>
            ))}
          </ul>
        </details>
      )}
      {first === undefined ? null : (
        <ChooseForm
          name={first.listedAs?.name ?? first.title ?? hostOf(first.url)}
          homepage={first.listedAs?.homepage ?? first.homepage}
          language={first.listedAs?.language ?? first.language}
          country={first.listedAs?.country}
        />
      )}
    </>
  );
}

function FeedItem({ feed, isFirst }: { feed: FeedPreview; isFirst: boolean }) {
  const { url, title, language, entries, entryCount, readAs, listedAs, source } = feed;
  const name = title ?? hostOf(url);
  return (
    <li>
      {readAs === undefined ? (
        <label className={styles.pick}>
          <input type="checkbox" name="feed" value={url} form="choose" defaultChecked={isFirst} />
          <bdi lang={language}>{name}</bdi>
        </label>
      ) : (
        <p>
          <bdi lang={language}>{name}</bdi>: read already as{' '}
          <Link href={`/outlets/${encodeURIComponent(readAs.id)}`}>{readAs.name}</Link>
        </p>
      )}
      <p className={styles.address}>
        {url} · {FOUND[source]} · {language === undefined ? 'language not given' : languageName(language)}
      </p>
      {listedAs === undefined ? null : (
        <p className={styles.address}>
          In the shipped list as {listedAs.name}
          {listedAs.country === undefined ? '' : `, ${countryName(listedAs.country)}`}
        </p>
      )}
      {entryCount === 0 ? (
        <p>It holds no entries now.</p>
      ) : (
        <>
          <ol className={styles.entries}>
            {entries.map((entry, index) => (
              // Entries of one reading, in an order that does not change while they are shown.
              // biome-ignore lint/suspicious/noArrayIndexKey: an entry may have neither title nor date
              <li key={index}>
                <bdi lang={language}>{entry.title ?? 'without a title'}</bdi>{' '}
                <span className="soft">{entry.published === undefined ? 'no date' : momentText(entry.published)}</span>
              </li>
            ))}
          </ol>
          {entryCount > entries.length ? <p className="soft fine">and {entryCount - entries.length} more</p> : null}
        </>
      )}
    </li>
  );
}

function hostOf(url: string): string {
  return new URL(url).hostname;
}
