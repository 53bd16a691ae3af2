import type { Metadata } from 'next';
import Link from 'next/link';
import type { Cut } from '#lib/framing/voice-table';
import type { Query } from '#lib/share/shown';
import { type OutletFraming, openOutletFraming } from '../_queries/outlet-framing';
import { mayWrite } from '../_queries/permission';
import { TooFew } from '../_views/framing/too-few';
import { ChooseForm } from './choose-form';
import styles from './framing.module.css';
import { OpenedPoint } from './opened-point';
import { type Asked, readAsked } from './read-asked';
import { Series } from './series';

export const metadata: Metadata = { title: 'Framing over time' };

/** One frame or label in one outlet: by day or week, or text by text across the stories it told. */
export default async function FramingPage({ searchParams }: { searchParams: Promise<Query> }) {
  const asked = readAsked(await searchParams);
  const [framing, mayCorrect] = await Promise.all([openOutletFraming({ ...asked, cut: cutOf(asked) }), mayWrite()]);
  const { outlet, codebook, points, stamp } = framing;
  return (
    <div className={styles.page}>
      <h1>Framing over time</h1>
      <p className={styles.lead}>
        One frame or label in the stored texts of one outlet. Every number opens its sentences. Topics change from day
        to day, and frames with them: a line shows what was written about, not what an outlet thinks.
      </p>
      <ChooseForm framing={framing} asked={asked} />
      <p className="fine soft">
        <strong>{codebook.title}</strong>, version {codebook.version},{' '}
        <code title={stamp.hash}>{stamp.hash.slice(0, 12)}</code>. {codebook.description}
      </p>
      {outlet === undefined ? (
        <p className="notice">Choose an outlet; its complete texts are counted.</p>
      ) : points.length === 0 ? (
        <p className="notice">
          No complete text of {outlet.name} in the language of this codebook is stored.{' '}
          <Link href={`/outlets/${encodeURIComponent(outlet.id)}`}>How it is read</Link>
        </p>
      ) : (
        <>
          <Cautions framing={framing} />
          <Series framing={framing} asked={asked} />
          <OpenedPoint framing={framing} asked={asked} mayCorrect={mayCorrect} />
          <p className="fine">
            <Link href={`/outlets/${encodeURIComponent(outlet.id)}`}>
              {outlet.name}: what is read, and how that goes
            </Link>
          </p>
        </>
      )}
    </div>
  );
}

function Cautions({ framing: { points, isCut, otherLanguage, texts } }: { framing: OutletFraming }) {
  const most = Math.max(...points.map(({ counts }) => counts.length));
  return (
    <>
      {most < 5 && (
        <TooFew>
          No point rests on five texts, so each is a complete count of its texts and not an estimate; a rise or fall of
          the line may be chance.
        </TooFew>
      )}
      {(isCut || otherLanguage > 0) && (
        <p className="fine soft">
          {isCut && `The newest texts only; ${texts} are counted. `}
          {otherLanguage > 0 && `${otherLanguage} in another language than the codebook’s are not counted.`}
        </p>
      )}
    </>
  );
}

function cutOf({ voice, position }: Asked): Cut {
  return {
    ...(voice === 'all' ? {} : { voice }),
    ...(position === 'all' ? {} : { positions: [position] }),
  };
}
