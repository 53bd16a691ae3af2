import { importFrozenJson, visitor } from '../../../_queries/frozen';
import { frozenPage } from '../../../_queries/frozen-list';
import { job, startComparing } from '../../../_queries/jobs';
import { needWrite } from '../../../_queries/permission';
import { comparisonOfStory } from '../../../_queries/stories';
import { jobGiven, placeGiven, publicComparison, without } from '../../_given';
import { serve } from '../../_serve';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve('/comparisons', {
  GET: async ({ query }) => {
    const { frozen, ...rest } = await frozenPage(without(query));
    return { json: { comparisons: frozen.map((each) => ({ ...each, url: `/c/${each.id}` })), ...rest } };
  },
  POST: async ({ body, query }) => {
    if ('schema' in body) {
      // What somebody else has written is kept for good: for the owner alone to allow.
      await needWrite();
      const place = placeGiven(await importFrozenJson(JSON.stringify(body), query.again === '1'));
      return { status: 201, json: place, headers: { Location: place.url } };
    }
    if ('sources' in body) {
      const id = await startComparing(body.sources);
      return {
        status: 202,
        json: { job: jobGiven(await job(id)) },
        headers: { Location: `/api/v1/jobs/${id}`, 'Cache-Control': 'no-store' },
      };
    }
    const { story, articles, ...choice } = body;
    const comparison = await comparisonOfStory(story, without({ ...choice, articleIds: articles }));
    return { json: { comparison: publicComparison(comparison, await visitor()) } };
  },
});
