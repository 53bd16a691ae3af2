import type { OpenedOutlet } from '../../_queries/outlets';
import styles from '../outlets.module.css';
import { countryName, languageName, OWNERSHIP_WORDS } from '../words';

/** What is known of the outlet, each fact with where it is from. Nothing here is a judgement. */
export function Facts({ health: { outlet, listed } }: { health: OpenedOutlet['health'] }) {
  const { country, language, homepage, sample } = outlet;
  const ownership = listed?.ownership;
  if (sample) return <p className={styles.intro}>A fictional outlet, written for Synoptic.</p>;
  return (
    <dl className={styles.facts}>
      {homepage === undefined ? null : (
        <div>
          <dt>Site</dt>
          <dd>
            <a href={homepage} rel="noreferrer">
              {new URL(homepage).hostname}
            </a>
          </dd>
        </div>
      )}
      {country === undefined ? null : (
        <div>
          <dt>Country</dt>
          <dd>{countryName(country)}</dd>
        </div>
      )}
      {language === undefined ? null : (
        <div>
          <dt>Language</dt>
          <dd>{languageName(language)}</dd>
        </div>
      )}
      {ownership === undefined ? null : (
        <div>
          <dt>Ownership</dt>
          <dd>
            {OWNERSHIP_WORDS[ownership.kind]}
            {ownership.owner === undefined ? '' : `: ${ownership.owner}`} (
            <a href={ownership.source} rel="noreferrer">
              source
            </a>
            , as of {ownership.asOf})
          </dd>
        </div>
      )}
      {listed === undefined ? null : (
        <div>
          <dt>Listed from</dt>
          <dd>
            {listed.source.name} ({listed.asOf})
          </dd>
        </div>
      )}
    </dl>
  );
}
