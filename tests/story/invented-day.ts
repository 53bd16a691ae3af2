import type { StoryArticle } from '#lib/types';

/** A news day of invented events, each told by every outlet in words of its own. The letter pair before the dash names the event. */
export function inventDay({ events, outlets = 3 }: { events: number; outlets?: number }): StoryArticle[] {
  return Array.from({ length: events }, (_, event) =>
    Array.from({ length: outlets }, (_, outlet) => tell(event, outlet)),
  ).flat();
}

export function eventOf(articleId: string): string {
  return articleId.split('-')[0] ?? articleId;
}

const HEADS = 'Tarn Vel Ostr Kess Brad Mor Lind Hal Quen Sto Pell Ruv Dash Fen Gral Ib Jor Wes Yar Zel'.split(' ');
const TAILS = 'holm mora and ergate ford wick qvale mere by vik worth enna ley nick ova sund'.split(' ');
const FIRST = 'Odela Ruben Petra Imre Sanna Tobias Ylva Marek Dorit Elio Nadia Karsten'.split(' ');

// Two lists of different length: a name comes back only after the product of both.
function name(number: number): string {
  return `${HEADS[number % HEADS.length]}${TAILS[Math.floor(number / HEADS.length + number * 7) % TAILS.length]}`;
}

type Kind = { what: string; told: string[]; headline: string[]; detail: string[] };

const KINDS: Kind[] = [
  {
    what: 'ferry',
    headline: [
      'Ferry runs aground off PLACE, NUMBER taken off',
      'NUMBER passengers rescued from ferry near PLACE',
      'PLACE ferry stuck on sandbank',
    ],
    told: [
      'A ferry with NUMBER people aboard ran aground off PLACE',
      'NUMBER passengers had to leave a ferry that struck a sandbank near PLACE',
      'Rescue boats took NUMBER people from the ferry stranded at PLACE',
    ],
    detail: [
      'The harbour master, PERSON, said the steering of the FIRM vessel had failed',
      'PERSON, who runs the harbour, blamed the steering gear of the ship owned by FIRM',
      'A broken rudder caused it, harbour master PERSON said; FIRM owns the ship',
    ],
  },
  {
    what: 'strike',
    headline: [
      'FIRM workers in PLACE walk out over pay',
      'Strike halts FIRM plant in PLACE',
      'NUMBER stop work at FIRM',
    ],
    told: [
      'About NUMBER workers at the FIRM plant in PLACE walked out',
      'Work stopped at the PLACE plant of FIRM as NUMBER employees went on strike',
      'A strike by NUMBER people closed the FIRM factory in PLACE',
    ],
    detail: [
      'Union secretary PERSON asked for seven per cent more pay',
      'PERSON of the union wants wages to rise by seven per cent',
      'The union, led by PERSON, demands a raise of seven per cent',
    ],
  },
  {
    what: 'verdict',
    headline: [
      'PLACE court convicts PERSON of fraud',
      'PERSON guilty in FIRM fraud trial',
      'Former FIRM head PERSON found guilty',
    ],
    told: [
      'A court in PLACE found PERSON guilty of fraud',
      'PERSON was convicted of defrauding investors by judges in PLACE',
      'Judges in PLACE convicted the former head of FIRM, PERSON',
    ],
    detail: [
      'FIRM had lost NUMBER million crowns of its investors',
      'Investors of FIRM are missing NUMBER million crowns',
      'NUMBER million crowns vanished from FIRM under PERSON',
    ],
  },
  {
    what: 'bridge',
    headline: [
      'Cracks close PLACE bridge',
      'PLACE bridge shut after inspectors find cracks',
      'Drivers face detour as PLACE bridge closes',
    ],
    told: [
      'The bridge at PLACE was closed after inspectors found NUMBER cracks',
      'Inspectors counted NUMBER cracks in the PLACE bridge and shut it',
      'NUMBER cracks in its pillars have closed the bridge at PLACE',
    ],
    detail: [
      'Engineer PERSON of FIRM expects repairs to last until autumn',
      'FIRM will repair it by autumn, its engineer PERSON said',
      'It stays shut until autumn, according to PERSON, an engineer at FIRM',
    ],
  },
];

function tell(event: number, outlet: number): StoryArticle {
  const kind = KINDS[event % KINDS.length] as Kind;
  const fill = (text: string) =>
    text
      .replaceAll('PLACE', name(event * 3))
      .replaceAll('PERSON', `${FIRST[event % FIRST.length]} ${name(event * 3 + 1)}`)
      .replaceAll('FIRM', name(event * 3 + 2))
      .replaceAll('NUMBER', `${17 + event * 13}`);
  const of = (texts: string[]) => fill(texts[outlet % texts.length] ?? '');
  const minutes = event * 11 + outlet * 37;
  return {
    id: `${kind.what}${event}-${outlet}`,
    outlet: `outlet-${outlet}`,
    published: new Date(Date.parse('2031-03-04T06:00:00Z') + minutes * 60_000).toISOString(),
    title: of(kind.headline),
    text: `${of(kind.told)} on Tuesday. ${of(kind.detail)}. People in ${name(event * 3)} were told to wait for news.`,
  };
}
