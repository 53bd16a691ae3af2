import type { ReactNode } from 'react';
import type { PackSummary } from '../_queries/outlets';
import { addPackNow } from './actions';
import styles from './outlets.module.css';
import { counted } from './words';

/** The shipped packs, each added with one press. */
export function Packs({ packs, isAllowed }: { packs: readonly PackSummary[]; isAllowed: boolean }) {
  return (
    <ul className={`plain-list ${styles.packs}`}>
      {packs.map(({ id, title, outlets, feeds, countries }) => (
        <PackItem key={id} id={id} title={title} isAllowed={isAllowed}>
          {`${counted(outlets, 'outlet', 'outlets')}, ${counted(feeds, 'feed', 'feeds')}, ${counted(countries, 'country', 'countries')}`}
        </PackItem>
      ))}
    </ul>
  );
}

export function PackItem(props: { id: string; title: string; isAllowed: boolean; children: ReactNode }) {
  return (
    <li>
      <span>
        <strong>{props.title}</strong>
        <span className={styles.address}>{props.children}</span>
      </span>
      {props.isAllowed ? (
        <form action={addPackNow}>
          <input type="hidden" name="pack" value={props.id} />
          <button type="submit" aria-label={`Add the pack ${props.title}`}>
            Add
          </button>
        </form>
      ) : null}
    </li>
  );
}
