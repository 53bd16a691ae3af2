import Link from 'next/link';
import type { Texts } from '#lib/comparison/texts';
import { precisionOf, precisionWords } from '#lib/comparison/verdicts';
import { linkTo, type Place } from '#lib/share/shown';
import type { FrameCode } from '#lib/types';

/** Krippendorff's alpha of human coders, read as he advises: from .80 reliable, from .667 tentative. */
export function Reliability({ frame }: { frame: FrameCode }) {
  const { alpha, measured } = frame.reliability ?? {};
  if (measured !== undefined)
    return (
      <span className="soft" title={frame.reliability?.source}>
        Against human coders as main frame: precision {measured.precision.toFixed(2)}, recall{' '}
        {measured.recall.toFixed(2)}, {measured.n} of {measured.on}.
      </span>
    );
  if (alpha === undefined) return <span className="soft">Not checked against human coders yet.</span>;
  const words =
    alpha >= 0.8
      ? 'coders agree'
      : alpha >= 0.667
        ? 'coders agree fairly well; tentative'
        : 'coders often disagree; read the sentences';
  return (
    <span className="soft" title={frame.reliability?.source}>
      Human coders: alpha {alpha.toFixed(2)}, {words}.
    </span>
  );
}

type CheckedProps = { texts: Texts; place: Place; codebook: string; code: string };

/** "12 of 14 checked hits right, 60–96 %", which opens those hits; nothing while no reader has looked. */
export function Checked({ texts, place, codebook, code }: CheckedProps) {
  const checked = precisionOf(texts.comparison.verdicts ?? [], codebook, [code]);
  if (checked === undefined) return null;
  return (
    <p className="fine">
      <Link href={linkTo(place, { code, outlet: undefined, cell: 'judged' }, 'evidence')} prefetch={false}>
        {precisionWords(checked)}
      </Link>
    </p>
  );
}
