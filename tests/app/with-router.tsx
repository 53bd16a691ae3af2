import { AppRouterContext, type AppRouterInstance } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import type { ReactNode } from 'react';

// A page is drawn here, not walked: whoever tries to go somewhere fails.
const router = new Proxy({} as AppRouterInstance, {
  get: (_, name) => () => {
    throw new Error(`A page that is only drawn called the router's ${String(name)}.`);
  },
});

/** What Next gives every page: client components may ask for the router while they are drawn. */
export function WithRouter({ children }: { children: ReactNode }) {
  return <AppRouterContext.Provider value={router}>{children}</AppRouterContext.Provider>;
}
