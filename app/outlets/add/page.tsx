import type { Metadata } from 'next';
import Link from 'next/link';
import { SynopticError } from '#lib/errors';
import type { Query } from '#lib/share/shown';
import { type AddressPreview, lookAt, shippedPacks } from '../../_queries/outlets';
import { isAskedFromHere, mayWrite } from '../../_queries/permission';
import styles from '../outlets.module.css';
import { Packs } from '../packs';
import { ImportForm } from './import-form';
import { Preview } from './preview';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Add outlets' };

type Looked = { preview: AddressPreview } | { problem: string } | undefined;

/** `?address=` is looked at and shown before anything is stored; beside it an OPML file, and the shipped packs. */
export default async function AddPage({ searchParams }: { searchParams: Promise<Query> }) {
  const given = [(await searchParams).address ?? []].flat()[0]?.slice(0, 2000);
  const isAllowed = await mayWrite();
  if (!isAllowed) {
    return (
      <>
        <h1>Add outlets</h1>
        <p className="notice">
          Outlets can be added by the owner of this installation. <Link href="/sign-in">Sign in</Link>
        </p>
      </>
    );
  }
  const looked = given !== undefined && (await isAskedFromHere()) ? await look(given) : undefined;
  return (
    <>
      <p className={styles.back}>
        <Link href="/outlets">All outlets</Link>
      </p>
      <h1>Add outlets</h1>
      <section aria-labelledby="address-title" className={styles.section}>
        <h2 id="address-title">By address</h2>
        <AddressForm
          address={given}
          problem={looked !== undefined && 'problem' in looked ? looked.problem : undefined}
        />
        {looked !== undefined && 'preview' in looked ? <Preview preview={looked.preview} /> : null}
      </section>
      <section aria-labelledby="opml-title" className={styles.section}>
        <h2 id="opml-title">From another feed reader</h2>
        <ImportForm />
      </section>
      <section aria-labelledby="packs-title" className={styles.section}>
        <h2 id="packs-title">A pack</h2>
        <p className={styles.intro}>
          Outlets chosen by region, language or subject; that a feed is listed says that it is public, and nothing else.
          Addresses were taken from public lists and not all tried.
        </p>
        <Packs packs={shippedPacks()} isAllowed />
      </section>
    </>
  );
}

function AddressForm({ address, problem }: { address: string | undefined; problem: string | undefined }) {
  return (
    <form method="get" action="/outlets/add" className={styles.add}>
      <label className={styles.field}>
        <span>Address of a feed, or of a news site</span>
        <input
          name="address"
          type="text"
          inputMode="url"
          defaultValue={address}
          placeholder="https://…"
          spellCheck={false}
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? undefined : 'address-problem'}
        />
      </label>
      <button type="submit" className="button-main">
        Look
      </button>
      {problem === undefined ? null : (
        <p id="address-problem" role="alert" className={styles.problem}>
          Address: {problem}
        </p>
      )}
    </form>
  );
}

async function look(address: string): Promise<Looked> {
  try {
    return { preview: await lookAt(address) };
  } catch (error) {
    if (!(error instanceof SynopticError)) throw error;
    return { problem: error.message };
  }
}
