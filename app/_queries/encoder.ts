import { ports } from './ports';

/** undefined: none is set up, and matches and stories rest on words alone. */
export async function encoderModel(): Promise<string | undefined> {
  return (await ports()).encoder?.model;
}
