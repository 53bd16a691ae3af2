import Link from 'next/link';
import { linkTo, type Place, type Shown } from '#lib/share/shown';
import styles from './framing-view.module.css';

const VOICES: Record<Shown['voice'], string> = {
  all: 'All words',
  own: 'Outlet’s own words',
  attributed: 'Attributed',
  quoted: 'Quoted',
};

const POSITIONS: Record<Shown['position'], string> = {
  all: 'Everywhere',
  headline: 'Headline',
  lead: 'First three paragraphs',
  body: 'Further down',
};

type Choice = { name: string; href: string; isChosen: boolean };

export function Choices({ label, choices }: { label: string; choices: readonly Choice[] }) {
  return (
    <nav aria-label={label} className={styles.choices}>
      <span aria-hidden="true" className="soft">
        {label}:
      </span>
      <ul>
        {choices.map(({ name, href, isChosen }) => (
          <li key={href}>
            <Link href={href} aria-current={isChosen ? 'true' : undefined} scroll={false} prefetch={false}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Whose words, and where: the same two everywhere something is counted. A number opened before stays open. */
export function FilterChoices({ place }: { place: Place }) {
  const { voice, position } = place.shown;
  return (
    <>
      <Choices
        label="Whose words"
        choices={(['all', 'own', 'attributed', 'quoted'] as const).map((each) => ({
          name: VOICES[each],
          href: linkTo(place, { voice: each, cell: undefined }),
          isChosen: each === voice,
        }))}
      />
      <Choices
        label="Where"
        choices={(['all', 'headline', 'lead', 'body'] as const).map((each) => ({
          name: POSITIONS[each],
          href: linkTo(place, { position: each, cell: undefined }),
          isChosen: each === position,
        }))}
      />
    </>
  );
}
