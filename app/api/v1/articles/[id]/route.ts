import { articleAt } from '../../../../_queries/articles';
import { visitor } from '../../../../_queries/frozen';
import { articleGiven } from '../../../_given';
import { serve } from '../../../_serve';

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = serve('/articles/{id}', {
  GET: async ({ params, query }) => {
    const [found, { wholeTexts, excerptWords }] = await Promise.all([articleAt(params.id, query.version), visitor()]);
    return {
      json: articleGiven(found, wholeTexts ? undefined : excerptWords),
      // The owner's answer is not for the next visitor.
      headers: { Vary: 'Authorization, Cookie', 'Cache-Control': 'private, no-cache' },
    };
  },
});
