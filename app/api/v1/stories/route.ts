import { storyPage } from '../../../_queries/stories';
import { without } from '../../_given';
import { serve } from '../../_serve';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve('/stories', {
  GET: async ({ query: { from, to, ...query } }) => ({
    json: await storyPage(without({ ...query, from: dayOr(from, '00:00:00.000'), to: dayOr(to, '23:59:59.999') })),
  }),
});

function dayOr(at: string | undefined, time: string): string | undefined {
  return at !== undefined && at.length === 10 ? `${at}T${time}Z` : at;
}
