import { freezeJob } from '../../../../_queries/jobs';
import { freezeStoryChoice } from '../../../../_queries/stories';
import { placeGiven, without } from '../../../_given';
import { serve } from '../../../_serve';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve('/comparisons/freeze', {
  POST: async ({ body: { articles, view = {}, ...rest } }) => {
    const { reference, codebooks, includePartial } = rest;
    const choice = without({ reference, codebooks, includePartial, articleIds: articles });
    const id =
      'story' in rest ? await freezeStoryChoice(rest.story, choice, view) : await freezeJob(rest.job, choice, view);
    const place = placeGiven(id);
    return { status: 201, json: place, headers: { Location: place.url } };
  },
});
