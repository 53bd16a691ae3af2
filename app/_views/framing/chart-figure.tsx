'use client';

import { type ReactNode, useRef } from 'react';
import { Wide } from '../../_components/wide';
import styles from './chart-figure.module.css';
import { chartFile, savePng, saveSvg } from './chart-file';

type Props = {
  title: string;
  lines: readonly string[];
  file: string;
  /** Address of the table as CSV. */
  csv: string;
  /** Has own, attributed and quoted parts that a file must explain. */
  hasKey?: boolean;
  /** Drawn by a script, so without one there is nothing but the table beside it. */
  needsScript?: boolean;
  children: ReactNode;
};

/** A picture with its three ways out. It is not read out: the table beside it says the same. */
export function ChartFigure({ title, lines, file, csv, hasKey = true, needsScript = false, children }: Props) {
  const chart = useRef<HTMLDivElement>(null);
  const made = () => {
    const drawn = chart.current?.querySelector('svg');
    return drawn ? chartFile(drawn, { title, lines, hasKey }) : undefined;
  };
  return (
    <figure className={styles.figure}>
      <Wide label={`${title}, as a picture`}>
        <div
          ref={chart}
          aria-hidden="true"
          className={needsScript ? `${styles.chart} ${styles.scripted}` : styles.chart}
        >
          {children}
        </div>
      </Wide>
      <figcaption className={styles.caption}>
        <button type="button" className={styles.save} onClick={() => withFile(made(), (each) => saveSvg(each, file))}>
          SVG<span className="hidden-text"> of {title}</span>
        </button>
        <button type="button" className={styles.save} onClick={() => withFile(made(), (each) => savePng(each, file))}>
          PNG<span className="hidden-text"> of {title}</span>
        </button>
        <a href={csv} download={`${file}.csv`}>
          CSV<span className="hidden-text"> of {title}</span>
        </a>
      </figcaption>
    </figure>
  );
}

function withFile<T>(file: T | undefined, use: (file: T) => void | Promise<void>): void {
  if (file) void use(file);
}
