import Link from 'next/link';
import type { Texts } from '#lib/comparison/texts';
import type { Place } from '#lib/share/shown';
import type { Membership } from '#lib/types';
import { Codebooks } from './codebooks';
import { Corrections } from './corrections';
import { LeftOut } from './left-out';
import { Measured } from './measured';
import styles from './method-view.module.css';
import { Rules } from './rules';
import { SwitchedOff } from './switched-off';
import { TextsRead } from './texts-read';
import { Together } from './together';

type Props = { texts: Texts; place: Place; memberships: readonly Membership[] };

/** How this very comparison was made: written from its data, so that it cannot say anything else. */
export function MethodView({ texts, place, memberships }: Props) {
  return (
    <div className={styles.view}>
      <div className="prose">
        <h2>How to read this</h2>
        <p>
          Differences are ordinary in news writing: sources, space, time of writing and translation all make them. This
          tool finds them; you judge them. The reference is only the text you compare with, and any other can take its
          place.
        </p>
        <p>
          A confidence is an estimate of how often such matches join passages that report the same statement or fact;
          the rates measured stand on the <Link href="/method">method page</Link>. “No matching paragraph found” means
          not found by this method in this text; it does not mean that the outlet never reported it.
        </p>
      </div>
      <TextsRead texts={texts} excerpt={place.excerpt} />
      <div className="prose">
        <LeftOut texts={texts} />
        <SwitchedOff texts={texts} place={place} />
        <Corrections texts={texts} memberships={memberships} />
        <Measured codebooks={texts.comparison.codebooks} />
        <Together texts={texts} memberships={memberships} />
        <Rules comparison={texts.comparison} />
        <Codebooks comparison={texts.comparison} />
      </div>
    </div>
  );
}
