import { Suspense } from 'react';
import type { Texts } from '#lib/comparison/texts';
import type { Place } from '#lib/share/shown';
import type { Membership } from '#lib/types';
import { CoverageView } from './coverage/coverage-view';
import { FramingView } from './framing/framing-view';
import { HeadlinesView } from './headlines/headlines-view';
import { MethodView } from './method/method-view';
import { PassageLinks } from './passage-links';
import { QuotesView } from './quotes/quotes-view';
import { ReadView } from './read/read-view';
import { SideView } from './side/side-view';
import { ViewTabs } from './view-tabs';
import { WordsView } from './words/words-view';

type Props = {
  texts: Texts;
  place: Place;
  /** Why the texts stand together; a frozen comparison does not hold it. */
  memberships?: readonly Membership[];
};

/** The tabs and the view chosen: the same for a live story and a frozen comparison. */
export function ComparisonView({ texts, place, memberships }: Props) {
  return (
    <>
      <ViewTabs place={place} />
      <Suspense>
        <PassageLinks />
      </Suspense>
      <ChosenView texts={texts} place={place} {...(memberships === undefined ? {} : { memberships })} />
    </>
  );
}

/** One view without the tabs. */
export function ChosenView({ texts, place, memberships }: Props) {
  switch (place.shown.view) {
    case 'read':
      return <ReadView texts={texts} place={place} />;
    case 'side':
      return <SideView texts={texts} place={place} />;
    case 'framing':
      return <FramingView texts={texts} place={place} />;
    case 'words':
      return place.excerpt === undefined ? <WordsView texts={texts} place={place} /> : <NoWords />;
    case 'quotes':
      return <QuotesView texts={texts} place={place} />;
    case 'headlines':
      return <HeadlinesView texts={texts} place={place} />;
    case 'coverage':
      return <CoverageView texts={texts} place={place} />;
    case 'method':
      return <MethodView texts={texts} place={place} memberships={memberships ?? []} />;
  }
}

/** Which words stand in one text only cannot be seen in excerpts. */
function NoWords() {
  return (
    <p className="notice">
      Which words stand in one text only is found by looking through the whole texts, and excerpts are shown here. The
      sources are linked above.
    </p>
  );
}
