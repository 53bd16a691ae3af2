import type { FrameContrast } from '#lib/comparison/frame-contrasts';
import type { FrameRow } from '#lib/comparison/frame-rows';
import type { Texts } from '#lib/comparison/texts';
import { QUALITY_WORDS } from '#lib/share/screen-words';
import { linkTo, type Place } from '#lib/share/shown';
import type { CodebookStamp, FrameCode } from '#lib/types';
import { chartFacts, fileName, withFacts } from './chart-facts';
import { ChartFigure } from './chart-figure';
import { Contrasts } from './contrasts';
import { csvAddress } from './csv-address';
import { DotPlot } from './dot-plot';
import { Evidence } from './evidence';
import styles from './frame-panel.module.css';
import { FrameTable, frameRows } from './frame-table';
import { PositionStrip, stripRows } from './position-strip';
import { Checked, Reliability } from './reliability';

type Props = {
  texts: Texts;
  place: Place;
  frame: FrameCode;
  codebook: CodebookStamp;
  rows: FrameRow[];
  end: number;
  contrasts: readonly FrameContrast[];
};

/** One frame: its question, a dot plot, the same numbers as a table, and, when asked for, the sentences behind one of them. */
export function FramePanel({ texts, place, frame, codebook, rows, end, contrasts }: Props) {
  const isAsked = place.shown.code === frame.id;
  const facts = chartFacts({ texts, place, codebook, title: frame.label, codes: [frame.id] });
  const outlets = rows.map(({ outlet }) => outlet);
  const strip = { texts, place, code: frame.id, outlets };
  const stripFacts = { ...facts, title: `${frame.label}: where in the texts` };
  return (
    <section className={isAsked ? styles.asked : undefined} aria-labelledby={`frame-${frame.id}`}>
      <div className={styles.panel}>
        <h2 id={`frame-${frame.id}`}>{frame.label}</h2>
        <p className={styles.question}>
          {frame.question} <Reliability frame={frame} />
        </p>
        <ChartFigure
          title={facts.title}
          lines={facts.lines}
          file={fileName(facts)}
          csv={csvAddress(withFacts(facts, frameRows(rows)))}
          needsScript
        >
          <DotPlot end={end} rows={rows.map((row) => dotRow(row, frame, place))} />
        </ChartFigure>
        <FrameTable place={place} frame={frame} rows={rows} />
        <Contrasts contrasts={contrasts} />
        <Checked texts={texts} place={place} codebook={codebook.hash} code={frame.id} />
        <details open={isAsked}>
          <summary className="fine">Where in the texts</summary>
          <ChartFigure
            title={stripFacts.title}
            lines={stripFacts.lines}
            file={fileName(stripFacts)}
            csv={csvAddress(withFacts(stripFacts, stripRows(strip)))}
          >
            <PositionStrip {...strip} />
          </ChartFigure>
        </details>
      </div>
      {isAsked && (
        <Evidence
          texts={texts}
          place={place}
          codebook={codebook}
          code={frame.id}
          name={frame.label}
          outlets={outlets}
          back={`frame-${frame.id}`}
        />
      )}
    </section>
  );
}

function dotRow(row: FrameRow, frame: FrameCode, place: Place) {
  const { k, n, share, interval } = row.estimate;
  return {
    name: chartName(row),
    share: share ?? 0,
    count: `${k} of ${n}`,
    parts: partsOf(row, place),
    href: linkTo(place, { code: frame.id, outlet: row.outlet.id, cell: undefined }, 'evidence'),
    ...(interval === undefined ? {} : { interval }),
  };
}

// The picture is saved by itself, so what should be known of a text goes with it.
function chartName({ outlet: { name, incomplete } }: FrameRow): string {
  return incomplete === undefined ? name : `${name} (${QUALITY_WORDS[incomplete.status]})`;
}

function partsOf({ byVoice }: FrameRow, { shown }: Place) {
  if (shown.voice === 'all') return byVoice;
  return { own: 0, attributed: 0, quoted: 0, [shown.voice]: byVoice[shown.voice] };
}
