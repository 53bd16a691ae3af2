import Link from 'next/link';
import { SampleFlag } from '../_components/flag';
import type { OutletHealth } from '../_queries/outlets';
import { lastOf, nextTryOf } from './list-query';
import styles from './outlets.module.css';
import { At, State } from './state';
import { counted, countryName, languageName, rateText, shareText } from './words';

/** One row an outlet; on a narrow screen each row becomes a small card with the column's name before each value. */
export function OutletTable({ outlets }: { outlets: readonly OutletHealth[] }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Outlet</th>
          <th scope="col">State</th>
          <th scope="col">Last success</th>
          <th scope="col">Last try</th>
          <th scope="col">Next try</th>
          <th scope="col" className={styles.number}>
            Articles a day
          </th>
          <th scope="col" className={styles.number}>
            Complete texts
          </th>
          <th scope="col" className={styles.number}>
            In another outlet too
          </th>
        </tr>
      </thead>
      <tbody>
        {outlets.map((each) => (
          <Row key={each.outlet.id} health={each} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ health }: { health: OutletHealth }) {
  const { outlet, feeds, state, inState, activity, perDay, newest } = health;
  const facts = [
    ...(outlet.country === undefined ? [] : [countryName(outlet.country)]),
    ...(outlet.language === undefined ? [] : [languageName(outlet.language)]),
    ...(feeds.length === 1 ? [] : [counted(feeds.length, 'feed', 'feeds')]),
  ];
  const cause = feeds.find((feed) => feed.lastError !== undefined && feed.pausedAt === undefined)?.lastError?.message;
  return (
    <tr>
      <th scope="row">
        <Link href={`/outlets/${encodeURIComponent(outlet.id)}`} prefetch={false}>
          <bdi>{outlet.name}</bdi>
        </Link>{' '}
        {outlet.sample ? <SampleFlag /> : null}
        <span className={styles.address}>{facts.length === 0 ? feeds[0]?.url : facts.join(' · ')}</span>
      </th>
      <td className={styles.cause} data-label="State">
        <State
          state={state}
          of={feeds.length > 1 && inState < feeds.length ? `${inState} of ${feeds.length}` : undefined}
        />
        {state === 'quiet' ? (
          <span className={styles.address}>
            {newest === undefined ? (
              'no article yet'
            ) : (
              <>
                newest article <At at={newest} />
              </>
            )}
          </span>
        ) : null}
        {cause === undefined ? null : <span className={styles.address}>{cause}</span>}
      </td>
      <td data-label="Last success">
        <At at={lastOf(health, 'lastSuccessAt')} />
      </td>
      <td data-label="Last try">
        <At at={lastOf(health, 'lastTryAt')} />
      </td>
      <td data-label="Next try">
        <At at={nextTryOf(health)} otherwise="none" />
      </td>
      <td data-label="Articles a day" className={styles.number}>
        {perDay === undefined ? '–' : rateText(perDay)}
      </td>
      <td data-label="Complete texts" className={styles.number}>
        {shareText(activity.byQuality.full, activity.articles)}
      </td>
      <td data-label="In another outlet too" className={styles.number}>
        {shareText(activity.shared, activity.articles)}
      </td>
    </tr>
  );
}
