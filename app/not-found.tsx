import type { Metadata } from 'next';
import Link from 'next/link';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <div className="prose">
      <h1>Not here</h1>
      <p>
        There is nothing at this address. Stories can be merged when they turn out to be one; a frozen comparison has
        its own link under /c/ and stays.
      </p>
      <p>
        <Link href="/">All stories</Link>
      </p>
    </div>
  );
}
