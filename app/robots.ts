import type { MetadataRoute } from 'next';

// Stories hold other people's texts and change; only what is ours and stays is for search engines.
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', allow: ['/$', '/method', '/feed.xml'], disallow: ['/'] } };
}
