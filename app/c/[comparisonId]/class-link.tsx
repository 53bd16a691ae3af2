import Link from 'next/link';
import { CopyButton } from '../../_components/copy-button';
import { makeBlindLinkNow } from './actions';
import { ClassLinkForm } from './class-link-form';
import styles from './share-panel.module.css';

type Props = {
  origin: string;
  id: string;
  link: { blindId: string; key: string } | undefined;
};

/** For the owner: the link that can be handed to a class, the key, and the papers. */
export function ClassLink({ origin, id, link }: Props) {
  return (
    <section aria-labelledby="class-title" id="class">
      <h2 id="class-title">For a class</h2>
      {link === undefined ? (
        <>
          <p className="fine">
            A link that shows letters instead of outlets’ names, in every view, table and picture. It is a document of
            its own without the names in it, so no change of its address brings them back; the key does.
          </p>
          <ClassLinkForm make={makeBlindLinkNow.bind(null, id)} />
        </>
      ) : (
        <dl className={styles.facts}>
          <dt>Link for the class</dt>
          <dd>
            <Link href={`/c/${link.blindId}`} prefetch={false}>{`${origin}/c/${link.blindId}`}</Link>{' '}
            <CopyButton text={`${origin}/c/${link.blindId}`}>Copy the link</CopyButton>
          </dd>
          <dt>Key</dt>
          <dd>
            <code>{link.key}</code> <CopyButton text={link.key}>Copy the key</CopyButton>
            <span className="fine"> Whoever has it can take the letters away there.</span>
          </dd>
          <dt>To print</dt>
          <dd>
            <Link href={`/c/${link.blindId}/worksheet`} prefetch={false}>
              Worksheet
            </Link>
            {' · '}
            <Link href={`/c/${link.blindId}/answers`} prefetch={false}>
              Answer sheet
            </Link>
          </dd>
        </dl>
      )}
      <p className="fine">
        To hide the names for a moment only, on a projector:{' '}
        <Link href={`/c/${id}?blind=1`} prefetch={false}>
          this page with letters
        </Link>
        .
      </p>
    </section>
  );
}
