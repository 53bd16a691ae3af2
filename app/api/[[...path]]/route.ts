import { nothingThere } from '../_serve';

/** Addresses the API does not have answer in its shape, too. */
export {
  nothingThere as DELETE,
  nothingThere as GET,
  nothingThere as HEAD,
  nothingThere as OPTIONS,
  nothingThere as PATCH,
  nothingThere as POST,
  nothingThere as PUT,
};
