import { SOFTWARE } from '#lib/software';
import { countArticles } from '#lib/store/articles';
import { ports } from './ports';

/** Answers only when the store does. */
export async function health(): Promise<{ status: 'ok'; version: string; store: string; articles: number }> {
  const { store } = await ports();
  return { status: 'ok', version: SOFTWARE.version, store: store.dialect, articles: await countArticles(store) };
}
