import styles from '../compare.module.css';

export type Step = {
  name: string;
  state: 'waiting' | 'running' | 'done' | 'failed';
  message?: string;
  reason?: { message: string };
};

const WORDS = { waiting: 'waiting', running: 'reading', done: 'read', failed: 'could not be read' } as const;

/** One row a source: what became of it, in words. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  return (
    <ol className={styles.steps}>
      {steps.map((step, index) => (
        // Two sources may have one name; their order is their identity.
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never reorders
        <li key={index} data-state={step.state}>
          <span className={styles.state}>{WORDS[step.state]}</span> <span className={styles.source}>{step.name}</span>
          {step.message === undefined ? null : <span> – {step.message}</span>}
          {step.reason === undefined ? null : <span> – {step.reason.message}</span>}
        </li>
      ))}
    </ol>
  );
}
