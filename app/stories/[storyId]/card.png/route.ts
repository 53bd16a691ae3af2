import { SynopticError } from '#lib/errors';
import { picture } from '../../../_picture';
import { blindStory } from '../../../_queries/blind-story';
import { cardOf } from '../../../_queries/card';
import { openStory } from '../../../_queries/stories';
import { respond } from '../../../api/_respond';

type Context = { params: Promise<{ storyId: string }> };

/** A live story changes as texts come in. */
const QUARTER_OF_AN_HOUR = 900;

export function GET(request: Request, { params }: Context): Promise<Response> {
  return respond(async () => {
    const { storyId } = await params;
    const story = await openStory(storyId, {});
    if (story?.kind !== 'comparison') {
      throw new SynopticError('unknown-id', 'There is no story here that two texts report.', { subject: 'story' });
    }
    const isBlind = new URL(request.url).searchParams.get('blind') === '1';
    return picture(request, await cardOf((isBlind ? blindStory(story) : story).comparison), QUARTER_OF_AN_HOUR);
  });
}
