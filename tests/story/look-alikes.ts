import type { StoryArticle } from '#lib/types';

/** `id`: the letter names the event. Places, people and figures exist nowhere. */
type Told = [id: string, title: string, text: string];

/** One event in six outlets' words: no two headlines have much more than a place in common. */
export const SIX: Told[] = [
  [
    'a1',
    'Breakaway lender Quorvia Bank placed under state control',
    'Regulators in Bravik took charge of Quorvia Bank on Thursday after savers withdrew 2.4 billion crowns in three days. The central bank said all deposits were guaranteed and named Dorit Halvorn as administrator.',
  ],
  [
    'a2',
    'Savers queue in the rain as central bank seizes Quorvia',
    'Customers stood outside branches of Quorvia Bank on Thursday while the central bank in Bravik installed an administrator, Dorit Halvorn. Withdrawals had reached 2.4 billion crowns since Monday; deposits are guaranteed, officials said.',
  ],
  [
    'a3',
    'Bravik moves to stop bank run',
    'The authorities in Bravik stepped in at Quorvia Bank on Thursday. Depositors had taken out 2.4 billion crowns in three days before the central bank guaranteed their money and put Dorit Halvorn in charge.',
  ],
  [
    'a4',
    'Who is Dorit Halvorn, the new boss at troubled Quorvia?',
    'Dorit Halvorn was named administrator of Quorvia Bank on Thursday, hours after the central bank in Bravik took control of it. Depositors had pulled 2.4 billion crowns from the bank this week.',
  ],
  [
    'a5',
    '“Your money is safe”: deposits guaranteed after lender collapses',
    'The central bank guaranteed all deposits at Quorvia Bank on Thursday after a run on the lender. Its administrator, Dorit Halvorn, said in Bravik that branches would open as usual; customers had withdrawn 2.4 billion crowns.',
  ],
  [
    'a6',
    'Shares slide across the region following 2.4bn-crown withdrawals',
    'Bank shares fell on Thursday after savers pulled 2.4 billion crowns out of Quorvia Bank and the central bank in Bravik took it over. Dorit Halvorn, its administrator, said deposits were guaranteed.',
  ],
];

/** Each pair of events shares its place or its people, its words and its day. */
export const LOOK_ALIKES: [what: string, articles: Told[]][] = [
  [
    'two protests in one city on one day',
    [
      [
        'a1',
        'Nurses march through Ostrand over night shifts',
        'Thousands of nurses marched through Ostrand on Saturday against longer night shifts in the city hospital. Their union leader, Sanna Yarford, told the crowd at the Old Mint that wards were short of 300 staff. Police reported no arrests.',
      ],
      [
        'a2',
        'Night shifts: hospital staff protest in Ostrand',
        'Nurses from the city hospital protested in Ostrand on Saturday. Wards lack 300 staff, union leader Sanna Yarford said at the Old Mint, and night shifts are to get longer. The march ended peacefully, police said.',
      ],
      [
        'b1',
        'Farmers block Ostrand harbour road with tractors',
        'Farmers drove 120 tractors into Ostrand on Saturday to protest against a tax on diesel. They blocked the harbour road for four hours, and Tobias Grallund of the growers’ league said they would return. Police towed two vehicles.',
      ],
      [
        'b2',
        'Tractor protest over diesel tax brings Ostrand traffic to a halt',
        'A protest by farmers with 120 tractors closed the harbour road in Ostrand for four hours on Saturday. The diesel tax would ruin small growers, said Tobias Grallund of their league. Two tractors were towed, police said.',
      ],
    ],
  ],
  [
    'two court cases before one judge',
    [
      [
        'a1',
        'Dentist jailed for insurance fraud in Velmora',
        'A dentist was jailed for three years in Velmora on Monday for billing insurers for treatments he never gave. Judge Imre Solberg said Karsten Pellvik had taken 410,000 crowns from patients’ policies.',
      ],
      [
        'a2',
        'Velmora court: three years for dentist who billed phantom treatments',
        'Judge Imre Solberg sent dentist Karsten Pellvik to prison for three years in Velmora on Monday. He had charged insurers 410,000 crowns for fillings that patients never received.',
      ],
      [
        'b1',
        'Smuggler of songbirds sentenced in Velmora',
        'A man who smuggled songbirds in suitcases was sentenced to eight months in Velmora on Monday. Judge Imre Solberg told Marek Dashnick that 64 goldfinches had died on the ferry.',
      ],
      [
        'b2',
        'Eight months in prison for goldfinch smuggler',
        'Marek Dashnick must go to prison for eight months for smuggling goldfinches, Judge Imre Solberg ruled in Velmora on Monday. Of the songbirds in his suitcases, 64 died on the ferry.',
      ],
    ],
  ],
  [
    'two shootings on one night',
    [
      [
        'a1',
        'Man shot dead outside bakery in Tarnholm',
        'A 34-year-old man was shot dead outside a bakery on Millergate in Tarnholm on Friday night, police said. Witnesses saw a grey van leave towards the river. The victim was named as Elio Brandvik.',
      ],
      [
        'a2',
        'Tarnholm police seek grey van after fatal shooting',
        'Police in Tarnholm are looking for a grey van after Elio Brandvik, 34, was shot dead on Friday night. He was standing outside a bakery on Millergate when the shots fell, witnesses said.',
      ],
      [
        'b1',
        'Two wounded in shooting at Kessford bowling alley',
        'Two teenagers were wounded when shots were fired at a bowling alley in Kessford on Friday night, police said. Officers arrested a 19-year-old, Jor Wesley Fen, in the car park.',
      ],
      [
        'b2',
        'Arrest after shots at bowling alley in Kessford',
        'A 19-year-old was arrested in Kessford on Friday night after two teenagers were wounded at a bowling alley. Police named the suspect as Jor Wesley Fen and said a pistol was found in the car park.',
      ],
    ],
  ],
  [
    'two matches of one cup on one day',
    [
      [
        'a1',
        'Tarnholm 2-1 Velmora',
        'Tarnholm reached the semi-final of the Coast Cup on Sunday with a 2-1 win over Velmora. Halden struck twice in the second half after Ruvik had put Velmora ahead from a corner.',
      ],
      [
        'a2',
        'Halden double sends Tarnholm into Coast Cup semi-final',
        'Halden scored twice as Tarnholm came from behind to beat Velmora 2-1 in the Coast Cup on Sunday. Ruvik headed Velmora in front before half-time, but Tarnholm are in the semi-final.',
      ],
      [
        'b1',
        'Ostrand 0-3 Bravik',
        'Bravik reached the semi-final of the Coast Cup on Sunday with a 3-0 win in Ostrand. Stovik scored from the spot in the first half, and Ibsund added two goals after the break.',
      ],
      [
        'b2',
        'Ibsund shines as Bravik sweep Ostrand aside in Coast Cup',
        'Two goals by Ibsund gave Bravik a 3-0 win over Ostrand in the Coast Cup on Sunday. Stovik had opened the score with a penalty, and Bravik are through to the semi-final.',
      ],
    ],
  ],
  [
    'the first and the second round of one election',
    [
      [
        'a1',
        'Lindqvale and Yarford through to second round in Gralmora',
        'Petra Lindqvale won 38 per cent in the first round of the election in Gralmora on 2 March and will meet Nils Yarford, who had 31 per cent. Turnout was 64 per cent.',
      ],
      [
        'a2',
        'Gralmora vote: Lindqvale leads first round with 38 per cent',
        'Petra Lindqvale came first with 38 per cent in the first round of voting in Gralmora on 2 March, ahead of Nils Yarford with 31. The two go into a run-off; turnout reached 64 per cent.',
      ],
      [
        'b1',
        'Yarford wins Gralmora presidency in second round',
        'Nils Yarford won the presidency of Gralmora in the second round on 16 March with 52.3 per cent. Petra Lindqvale conceded before midnight. He will be sworn in on 1 May.',
      ],
      [
        'b2',
        'Lindqvale concedes as Yarford takes 52.3 per cent in run-off',
        'Petra Lindqvale conceded the election in Gralmora on 16 March after Nils Yarford took 52.3 per cent in the second round. The new president is to be sworn in on 1 May.',
      ],
    ],
  ],
];

const LATER = new Map([['b', 14]]);

/** As articles of that many outlets, half an hour apart; the second round comes two weeks after the first. */
export function told(articles: readonly Told[], what = ''): StoryArticle[] {
  return articles.map(([id, title, text], at) => {
    const days = what.includes('round') ? (LATER.get(id[0] ?? '') ?? 0) : 0;
    const published = new Date(Date.parse('2031-03-02T20:00:00Z') + days * 86_400_000 + at * 1_800_000).toISOString();
    return { id, outlet: `outlet ${id.slice(1)}`, published, title, text };
  });
}
