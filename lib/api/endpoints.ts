import type { Endpoint } from './endpoint';
import * as comparisons from './endpoints/comparisons';
import * as others from './endpoints/others';
import * as outlets from './endpoints/outlets';
import * as stories from './endpoints/stories';

/** Where the API begins; another meaning of what is there would be `/api/v2`. */
export const API_ROOT = '/api/v1';

/**
 * Every endpoint of the API, once. A handler answers only what stands here, and checks by it; the OpenAPI document and the README's
 * table say what stands here.
 */
export const ENDPOINTS = [
  stories.listStories,
  stories.getStory,
  stories.getArticle,
  stories.listArticleVersions,
  comparisons.listComparisons,
  comparisons.createComparison,
  comparisons.freezeComparison,
  comparisons.getComparison,
  comparisons.deleteComparison,
  outlets.listOutlets,
  outlets.addOutlet,
  outlets.getOutlet,
  outlets.changeOutlet,
  outlets.removeOutlet,
  others.listCodebooks,
  others.getCodebook,
  others.getJob,
  others.stopJob,
  others.getReading,
  others.getDocument,
] as const satisfies readonly Endpoint[];

export type Endpoints = (typeof ENDPOINTS)[number];
export type ApiPath = Endpoints['path'];
/** `GET /stories` → its line. */
export type EndpointAt<P extends ApiPath, M> = Extract<Endpoints, { path: P; method: M }>;

export function endpointsAt(path: string): readonly Endpoint[] {
  return ENDPOINTS.filter((each) => each.path === path);
}
