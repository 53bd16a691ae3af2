import Link from 'next/link';
import type { Query } from '#lib/share/shown';
import { LinkForm } from './_components/link-form';
import { storyList } from './_queries/stories';
import { type Filter, filterLink, queryOf, readFilter } from './_stories/filter';
import { FilterForm } from './_stories/filter-form';
import { StoryItem } from './_stories/story-item';
import styles from './home.module.css';
import { SaveFilter } from './mine/save-filter';
import { ReadingPanel } from './reading/reading-panel';

export const metadata = { title: { absolute: 'Synoptic: how outlets report the same event' } };

/** Stories that several outlets report: those many report and those just reported first. */
export default async function HomePage({ searchParams }: { searchParams: Promise<Query> }) {
  const filter = readFilter(await searchParams);
  const { stories, frames, nextCursor, outlets, single } = await storyList(queryOf(filter));
  return (
    <div className={styles.home}>
      <h1 className="hidden-text">Stories</h1>
      <LinkForm />
      <ReadingPanel />
      <FilterForm filter={filter} outlets={outlets} />
      <SaveFilter filter={filter} />
      {stories.length === 0 && <Empty filter={filter} hasOutlets={outlets.length > 0} />}
      <ol className={styles.stories}>
        {stories.map((story) => (
          <li key={story.id}>
            <StoryItem story={story} frames={frames.get(story.id)} />
          </li>
        ))}
      </ol>
      <nav aria-label="Pages" className={styles.pages}>
        {filter.cursor !== undefined && <Link href={filterLink({ ...filter, cursor: undefined })}>First page</Link>}
        {nextCursor !== undefined && (
          <Link href={filterLink({ ...filter, cursor: nextCursor })} prefetch={false} rel="next">
            More stories
          </Link>
        )}
      </nav>
      {!filter.single && single > 0 && (
        <p className="soft">
          <Link href={filterLink({ ...filter, single: true, cursor: undefined })}>
            Also list stories with one outlet
          </Link>{' '}
          ({single}).
        </p>
      )}
    </div>
  );
}

function Empty({ filter, hasOutlets }: { filter: Filter; hasOutlets: boolean }) {
  const { search, outlet, country, language, from, to } = filter;
  const isFiltered = [search, outlet, country, language, from, to].some((each) => each !== undefined);
  if (isFiltered || filter.cursor !== undefined) {
    return (
      <p className="notice">
        No story fits. <Link href="/">Show all stories</Link>
      </p>
    );
  }
  if (!hasOutlets) {
    return (
      <p className="notice">
        No outlet is read here yet. <Link href="/outlets">Choose outlets</Link>, or{' '}
        <Link href="/compare">compare texts of your own</Link>.
      </p>
    );
  }
  return (
    <p className="notice">
      No event has been found in two outlets yet. Feeds are read in the background; you can also{' '}
      <Link href="/compare">compare texts of your own</Link> or <Link href="/outlets">choose outlets</Link>.
    </p>
  );
}
