import { countOf } from '#lib/text/count-of';
import { ForeignText } from '../../_components/foreign-text';
import { MarkedText } from '../../_components/marked-text';
import { Wide } from '../../_components/wide';
import styles from './draft-form.module.css';
import type { ShownCode, ShownPreview, ShownSentence } from './shown-preview';

/** What a draft does to one story, beside the version in force. Nothing of it is kept. */
export function PreviewPanel({ preview }: { preview: ShownPreview }) {
  const { title, texts, leftOut, codes, unchanged, isNew } = preview;
  const isSame = codes.every(({ added, dropped }) => added.length + dropped.length === 0);
  return (
    <section aria-label="What the draft does" className={styles.preview}>
      <h2>What the draft does</h2>
      <p className="fine">
        In {countOf(texts, 'whole text')} on “{title}”{leftOut > 0 && `; ${leftOut} not whole or in another language`}.{' '}
        {isNew ? 'There is no saved version beside it.' : isSame ? 'It counts as the saved version does.' : ''}
        {unchanged > 0 && ` ${countOf(unchanged, 'other code')} ${unchanged === 1 ? 'counts' : 'count'} as before.`}
      </p>
      {codes.map((code) => (
        <Code key={code.code} code={code} />
      ))}
    </section>
  );
}

function Code({ code }: { code: ShownCode }) {
  const { label, unit, before, after, outlets, added, dropped, kept, more } = code;
  return (
    <section className={styles.effect} aria-label={label}>
      <h3>{label}</h3>
      <Wide label={`${label}, by outlet`}>
        <table>
          <caption>{unit === 'sentence' ? 'Sentences' : 'Mentions'} by outlet</caption>
          <thead>
            <tr>
              <th scope="col">Outlet</th>
              <th scope="col">Saved</th>
              <th scope="col">Draft</th>
            </tr>
          </thead>
          <tbody>
            {[...outlets, { name: 'All', before, after }].map((row) => (
              <tr key={row.name}>
                <th scope="row">{row.name}</th>
                <td>{row.before}</td>
                <td>{row.before === row.after ? row.after : <strong>{row.after}</strong>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      <div className={styles.sides}>
        <Sentences title="Saved version only" empty="No sentence is lost." sentences={dropped} />
        <Sentences title="Draft only" empty="No sentence is added." sentences={added} />
      </div>
      {kept.length > 0 && (
        <details>
          <summary>{countOf(kept.length, 'sentence')} with both</summary>
          <Sentences title="With both" empty="" sentences={kept} />
        </details>
      )}
      {more > 0 && <p className="soft fine">{countOf(more, 'more sentence')} not shown.</p>}
    </section>
  );
}

function Sentences({ title, empty, sentences }: { title: string; empty: string; sentences: readonly ShownSentence[] }) {
  return (
    <div className={styles.sentences}>
      <h4>
        {title}: {sentences.length}
      </h4>
      {sentences.length === 0 && <p className="soft fine">{empty}</p>}
      <ol>
        {sentences.map(({ key, outlet, where, language, text, marks, patterns }) => (
          <li key={key}>
            <ForeignText as="p" language={language}>
              <MarkedText text={text} marks={marks.map((mark) => ({ kind: 'hit' as const, ...mark }))} />
            </ForeignText>
            <p className="soft fine">
              {outlet}, {where}; by {patterns.map((pattern) => `“${pattern}”`).join(', ')}
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}
