/** Quoted parts are hatched, so that they differ from attributed ones in grey and for every kind of colour sight. */
export function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="3" height="3" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="3" height="3" fill="var(--paper)" />
        <rect width="1.4" height="3" fill="var(--series)" />
      </pattern>
    </defs>
  );
}

export function fillsOf(hatch: string) {
  return { own: 'var(--paper)', attributed: 'var(--series)', quoted: `url(#${hatch})` } as const;
}
