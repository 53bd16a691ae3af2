import { type CardDrawer, openCardDrawer } from '#lib/card/draw-card';
import { cardFacts } from '#lib/share/card-facts';
import type { Comparison } from '#lib/types';

const MOST_KEPT = 200;

const home = globalThis as { synopticCards?: { drawer: CardDrawer; drawn: Map<string, Promise<Uint8Array>> } };

/**
 * The preview picture of a comparison. A picture is drawn once for what it says: the same facts, whether with names or
 * letters, whole or in excerpts, are the same picture, and other facts are never another's.
 */
export function cardOf(comparison: Comparison): Promise<Uint8Array> {
  home.synopticCards ??= { drawer: openCardDrawer(), drawn: new Map() };
  const { drawer, drawn } = home.synopticCards;
  const facts = cardFacts(comparison);
  const key = JSON.stringify(facts);
  const kept = drawn.get(key);
  if (kept) return kept;
  const picture = drawer.draw(facts);
  drawn.set(key, picture);
  // What failed may succeed next time.
  picture.catch(() => drawn.delete(key));
  for (const old of [...drawn.keys()].slice(0, -MOST_KEPT)) drawn.delete(old);
  return picture;
}
