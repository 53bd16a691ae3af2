import { SynopticError } from '#lib/errors';
import { type Correction, saveCorrection } from '#lib/store/corrections';
import { getStory, type Story } from '#lib/store/stories';
import { storyIdOf } from '#lib/story/story-id';
import type { Ports } from './ports';

/** What a person says of a story: its id, and the ids of the articles meant. */
export type StoryChange =
  | { kind: 'confirm' | 'part'; storyId: string; articleIds: string[] }
  | { kind: 'move'; storyId: string; articleIds: string[]; to: string }
  | { kind: 'merge'; storyId: string; with: string };

/**
 * Carries out what a person says of a grouping, for good. `id` names the correction.
 * @throws SynopticError `unknown-id` for a story that is not there, `bad-input` naming what makes no sense.
 */
export async function correctStory(
  ports: Pick<Ports, 'store' | 'now'>,
  id: string,
  change: StoryChange,
): Promise<Correction> {
  const story = await known(ports, change.storyId, 'story');
  const order = { id, at: ports.now(), kind: change.kind, from: story.id };
  switch (change.kind) {
    case 'confirm':
      return saveCorrection(ports.store, { ...order, articleIds: change.articleIds, to: story.id });
    case 'part': {
      if (story.articleIds.every((each) => change.articleIds.includes(each))) {
        throw new SynopticError('bad-input', 'All texts of the story are chosen: nothing would be left to part from.', {
          subject: 'articles',
        });
      }
      return saveCorrection(ports.store, {
        ...order,
        articleIds: change.articleIds,
        to: await freshStory(ports, change.articleIds),
      });
    }
    case 'move': {
      const target = await known(ports, change.to, 'to');
      refuseSame(story, target);
      return saveCorrection(ports.store, { ...order, articleIds: change.articleIds, to: target.id });
    }
    case 'merge': {
      const other = await known(ports, change.with, 'with');
      refuseSame(story, other);
      return saveCorrection(ports.store, { ...order, from: other.id, articleIds: other.articleIds, to: story.id });
    }
  }
}

async function known({ store }: Pick<Ports, 'store'>, id: string, subject: string): Promise<Story> {
  const story = await getStory(store, id);
  if (story) return story;
  throw new SynopticError('unknown-id', `There is no story “${id}”.`, { subject });
}

function refuseSame(one: Story, other: Story): void {
  if (one.id !== other.id) return;
  throw new SynopticError('bad-input', 'This is the story itself. Name another one.', { subject: 'story' });
}

/** The story the parted texts found; when one of that name is there already (parted, taken back, parted anew), another name. */
async function freshStory({ store }: Pick<Ports, 'store'>, articleIds: readonly string[]): Promise<string> {
  const name = [...articleIds].sort().join(' ');
  for (let round = 0; ; round++) {
    const id = storyIdOf(round === 0 ? name : `${name} ${round}`);
    if ((await getStory(store, id)) === undefined) return id;
  }
}
