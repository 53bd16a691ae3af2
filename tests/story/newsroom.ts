import type { StoryArticle } from '#lib/types';

/** Short invented reports: places, people and figures exist nowhere. The letter in an id names the event. */
type Report = [id: string, outlet: string, published: string, title: string, text: string];

const REPORTS: Report[] = [
  [
    'a1',
    'Morning Ledger',
    '2031-03-04T07:10:00Z',
    'Warehouse fire in Tarnholm leaves 14 in hospital',
    'A fire that tore through a paint warehouse in Tarnholm late on Monday sent 14 people to hospital, the town council said. Fire chief Odela Brandt said the flames started near a loading dock on Kesslergate shortly after 11 p.m. and spread to two neighbouring workshops. About 90 residents of Kesslergate spent the night in the Tarnholm sports hall.',
  ],
  [
    'a2',
    'Harbour Post',
    '2031-03-04T09:40:00Z',
    'Tarnholm blaze: 14 treated after paint store burns',
    'Fourteen people were treated in hospital after a paint warehouse burned in Tarnholm overnight. Odela Brandt, who leads the fire service there, told reporters on Kesslergate that the loading dock was the likeliest place of origin. Two workshops next door were damaged and some 90 residents slept in the sports hall.',
  ],
  [
    'a3',
    'Daily Compass',
    '2031-03-04T15:00:00Z',
    'Residents of Kesslergate return home after Tarnholm warehouse fire',
    'Residents of Kesslergate began to return home on Tuesday, a day after fire destroyed a paint warehouse in Tarnholm. The fire chief, Odela Brandt, said the loading dock was being examined. Of the 14 people taken to hospital, nine had been sent home by the afternoon, the council said.',
  ],
  [
    'b1',
    'Morning Ledger',
    '2031-03-04T08:30:00Z',
    'Fire at furniture factory in Velmora injures six',
    'Six workers were injured when fire broke out at a furniture factory in Velmora on Tuesday morning. Police commander Ruben Astley said a drying oven overheated on the second floor of the Pellworth plant. The Velmora bridge was closed to traffic for five hours while crews pumped water from the river.',
  ],
  [
    'b2',
    'Daily Compass',
    '2031-03-04T11:15:00Z',
    'Six hurt as Pellworth furniture plant burns in Velmora',
    'A fire at the Pellworth furniture plant in Velmora hurt six workers on Tuesday. An overheated drying oven on the second floor is thought to have started it, said Ruben Astley, the police commander. Crews drew water from the river and the Velmora bridge stayed closed for five hours.',
  ],
  [
    'c1',
    'Harbour Post',
    '2031-03-04T13:00:00Z',
    'Former mayor Lindqvale found guilty of taking bribes',
    'A court in Ostrand found former mayor Petra Lindqvale guilty on Tuesday of accepting 320,000 crowns from a building firm. Judge Imre Solberg will pass sentence on 2 April. Lindqvale, who led Ostrand for eight years, denied that the payments from Norrbygg were bribes, and her lawyer announced an appeal.',
  ],
  [
    'c2',
    'Morning Ledger',
    '2031-03-04T14:20:00Z',
    'Ostrand court convicts Petra Lindqvale over Norrbygg payments',
    'Petra Lindqvale, mayor of Ostrand for eight years, was convicted on Tuesday of taking 320,000 crowns from the building firm Norrbygg. Her lawyer said she would appeal. Judge Imre Solberg set 2 April as the day of sentencing. Lindqvale told the court that the money was a loan.',
  ],
  [
    'd1',
    'Daily Compass',
    '2031-03-04T12:10:00Z',
    'Banker Corvane cleared of fraud after four-month trial',
    'A jury in Hallmere cleared the banker Edmund Corvane of fraud on Tuesday after a trial of four months. Prosecutors had said that Corvane misled investors of the Starling fund, which lost 78 million crowns. Judge Noor Haldane thanked the jury. Corvane left the court without a word to reporters.',
  ],
  [
    'd2',
    'Harbour Post',
    '2031-03-04T16:45:00Z',
    'Jury acquits Edmund Corvane in Starling fund case',
    'Edmund Corvane was acquitted on Tuesday of defrauding investors in the Starling fund, ending a four-month trial in Hallmere. The fund lost 78 million crowns. Jurors deliberated for three days before they told Judge Noor Haldane that they had agreed. Prosecutors would not say whether they accept the verdict.',
  ],
  [
    'e1',
    'Daily Compass',
    '2031-03-04T10:00:00Z',
    'Night trains between Ostrand and Hallmere to return in June',
    'Sleeping cars will run again between Ostrand and Hallmere from June, eleven years after the last night train, the railway announced. A berth will cost 95 crowns. The railway has leased 22 carriages and hired 60 attendants.',
  ],
];

export const NEWS_DAY: StoryArticle[] = REPORTS.map(([id, outlet, published, title, text]) => ({
  id,
  outlet,
  published,
  title,
  text,
  language: 'en',
}));

export function report(id: string): StoryArticle {
  const found = NEWS_DAY.find((article) => article.id === id);
  if (!found) throw new Error(`No report ${id}.`);
  return found;
}

/** Ids grouped by story, as a string one can read: "a1 a2 | b1". */
export function drawn(ids: readonly string[], stories: readonly string[]): string {
  const groups = new Map<string, string[]>();
  for (const [at, story] of stories.entries()) groups.set(story, [...(groups.get(story) ?? []), ids[at] ?? '']);
  return [...groups.values()]
    .map((group) => group.sort().join(' '))
    .sort()
    .join(' | ');
}
