/** Name and version that stand in every comparison; a test keeps the version equal to package.json's. */
export const SOFTWARE = { name: 'synoptic', version: '0.1.0' } as const;
