/**
 * How usual the usual stems are: the share of ordinary English news articles that contain them, in seven steps. It stands in
 * for a collection that is still small; as a store grows its own counts take over (background.ts).
 *
 * Document frequencies over 2,200 articles of four development collections, each weighing about a quarter; stems found in
 * three collections or more and in at least 3 % of articles, names of persons, places and outlets taken out by hand.
 */
const SHARES: [number, string][] = [
  [
    0.5,
    'all call first get last like make more new on other out peopl presid report sai said state time told two up ' +
      'year',
  ],
  [
    0.3,
    'accord ad against american ani anoth ask back becaus both come continu countri dai democrat down dure even ' +
      'former go help hous includ investig issu just know look made mani month most nation need now off offic offici ' +
      'onli polit public right show sinc some statement still support take then three through us veri wai want ' +
      'washington week while white work',
  ],
  [
    0.19,
    '1 10 20 accus act action administr again allow alreadi announc appear area around associ attack attornei ' +
      'author awai base believ between came campaign case caus center chang charg chief citi claim clear close ' +
      "comment committe commun congress court critic current deal decis depart didn't director don't earli earlier " +
      'effort elect end expect face famili far feder find fire follow forc found fridai gener give good got govern ' +
      'group happen head hear hold home hour howev inform justic keep kill late later law lead leader least left live ' +
      'long major man manag meet member million mondai morn move much name never next night number open order own ' +
      'part parti person place plai plan point polic polici possibl post power presidenti press protect provid put ' +
      'question receiv recent record releas remain republican respond respons rule run same saturdai second secretari ' +
      'secur see senat servic set sever sign start stori such sundai talk team tell thing think though thursdai todai ' +
      'too took top try tuesdai turn tweet unit until vote wednesdai well went whether without world wrote',
  ],
  [
    0.12,
    '12 2 3 30 4 5 abl account across addit address advis agenc ago agre aid alleg along america among argu assist ' +
      "attempt becam becom began begin behind best big bill bring build busi can't candid care chairman commit " +
      'compani complet concern confer confirm consid contribut control counti creat damag death decid defend defens ' +
      "deni describ despit detail di differ direct discuss district do doesn't done due each effect emerg event everi " +
      'evid fact fail feel few fight file final five foreign forward four friend full fund further given great hand ' +
      "hard have health held high himself histori hit hope i'm imag immedi import increas indic initi insid interest " +
      'intern interview involv job judg juli known larg lawyer leav led legal less let life limit line littl local ' +
      'lot march mark matter mean media militari moment monei mr near nearli north note noth offer onc oper outsid ' +
      'pass past percent photo posit potenti problem process push rais reach read realli reason refer relat rep ' +
      'repres request requir result return role school seek seen sen senior sent serv share side six someth sourc ' +
      'south speak special staff stai stand step stop suggest system taken term thought total toward tri univers ' +
      "video view warn wasn't watch we'r why win within woman women word year-old",
  ],
  [
    0.075,
    '11 13 14 15 16 18 19 24 25 40 50 6 7 8 9 accept access activ actual affect afternoon ag agent agreement ahead ' +
      'air almost although alwai amid amount answer anyon anyth appar appeal approv april argument arm arrest arriv ' +
      'articl assault attent avail avoid bad bank battl better billion black block board bodi book border break brief ' +
      'brought cannot car carri central certain challeng chanc check children cite civil condit conduct congression ' +
      'connect conserv constitut contact contain convers cost counsel coupl cours cover crime crimin cut daili danger ' +
      'data date dead debat decad decemb declar declin delai deliv demand deputi determin develop difficult directli ' +
      'document dollar dozen drive drop econom economi eight either els email employe enforc enough ensur enter entir ' +
      'especi ever everyon everyth execut experi expert explain express fair fall fals fear februari felt field figur ' +
      'financi focu free front futur game gave global governor ground guard gun half handl heard hill hospit human ' +
      'hundr hurt idea identifi illeg immigr impact incid individu insist instead institut intellig januari join june ' +
      'kei kind knew latest launch learn legisl letter level list locat lose loss lost love maintain market measur ' +
      'medic men messag met mile minor minut miss mother multipl murder natur negoti nomin novemb octob often old ' +
      'onlin opportun organ origin page pai park particularli perform phone pictur practic prepar present pressur ' +
      'prevent previous primari prison privat probabl product program progress project promis propos prosecutor ' +
      'protest publicli publish pull quickli race ralli rate rather real refus reject relationship remark remov ' +
      'repeatedli replac resid respect retir reveal review rise risk room safe saw scene schedul season seem send ' +
      'separ septemb seri seriou seven shoot short shot signific similar singl sit site situat small social someon ' +
      'son soon sought southern speaker specif spend spent spoke spokesman stage star street strong struggl suffer ' +
      "suprem sure suspect target tax test testifi thank they'r third thousand threat threaten togeth trade travel " +
      'treat treatment trial understand union updat urg vehicl vice victim violat violenc visit voter wait walk wall ' +
      'war water weekend west whom whose wide wit won worker wrong young',
  ],
  [
    0.05,
    '17 22 23 28 29 31 35 abil abov absolut abus acknowledg add admit adult advanc advoc affair aim allegedli alon ' +
      'anonym apart appli approach appropri attend august averag awar ban beach behavior below benefit berni biggest ' +
      'bit blame broke brother bui cancel capit capitol caption career caught certainli chair choic citizen clearli ' +
      'click coast colleagu colleg command complaint conclud confid conflict confront consist consult content ' +
      'controversi convict correct council count coverag credit crew crisi cross crowd custom daughter deep defeat ' +
      'demonstr design destroi diseas dismiss disput doctor domest door doubl doubt dr drug duti east encourag engag ' +
      'escal establish estim eventu exampl exchang exist expand expens extend extrem ey facil failur familiar fan ' +
      'father favor feet fell fellow femal finish firm floor focus form formal ga gain gather girl goal gone gov ' +
      "grant grow gui guilti harm heart herself higher histor honor host huge husband i'v impos independ industri " +
      "influenc injur injuri intend intent invest island isn't jail kept king knowledg lack land languag largest " +
      'lawsuit liber light link lo longer low lower main male massiv materi mayb mayor meanwhil memori mention middl ' +
      'mind minist motiv nearbi necessari network newspap nine nomine normal obstruct obtain occur offens ongo ' +
      'opinion oppon oppos opposit option owner paid panel paper parent particip partner path penc perhap period pic ' +
      'pick plead pleas poll popul popular pose pretti previou price prime prior probe proceed produc profession ' +
      'promot prompt prosecut prove quit ran rare recommend red reduc regard region regul rel rememb repeat ' +
      'reportedli research reserv resign resolut rest rival road round rush safeti save search seat sentenc session ' +
      'sexual shift shock shortli shut signal simpli slow sometim sound spokeswoman spot spread standard station ' +
      'statu stock store storm strategi strike student studi subject success surpris surviv technolog televis ' +
      'testimoni text themselv throughout throw titl touch tough town track train troop troubl true truth type ultim ' +
      "unclear unlik upon valu veteran via victori voic we'll we'v wear websit whole wife will window won't worri " +
      "worst worth write written you'r",
  ],
  [
    0.035,
    "21 26 27 32 60 90 adopt afford african aggress airport alert analyst apolog appoint aren't assert assess " +
      'audienc bar basic beat beyond bid blast blow boi boost box branch broken brown budget built captur cash cast ' +
      'catch celebr centuri ceo chain chamber channel charact child clash class coach collect common compet complain ' +
      "consequ conspiraci construct contend contest convinc coordin corrupt couldn't cultur custodi dec deepli depend " +
      'deserv devast devic disappoint discov distanc divis draft dramat draw drew drink drove earn eastern educ ' +
      'embrac equip escap essenti evacu everybodi exactli except experienc expos extens faith featur fill film financ ' +
      "fine fix flight flood food foundat frequent frustrat fuel fulli goe graham greater happi haven't highest " +
      'highli highwai homeland hotel hunt ident ignor ill implement imposs improv incred infect insur integr internet ' +
      'introduc invit itself jan johnson journal journalist jr jump juri kid la listen lock magazin marin mental ' +
      'mission mistak model moder monitor mostli mount navi none northern object observ oil onto overal pair ' +
      'particular patient patrol peac pend per permiss permit personnel photograph physic piec player plea politician ' +
      'prais predict professor prohibit promin properti punish purpos pursu queen quick quot radio rain rang rank ' +
      'reaction readi realiti realiz recal recogn recov reform relief rescu resolv resourc restaur restor retali ' +
      'revers rock roll sale score sea secret seiz sell sens serious ship shown societi specul spokesperson st stood ' +
      'struck structur summer suppli surg surround surveil suspend task tear ten tension tim tonight tradit traffic ' +
      'transit trigger trip trust tv twice undermin unfortun unless unusu user usual variou version vulner wake wave ' +
      "weapon weather weigh welcom weren't wind wish wonder wors wouldn't wound writer ye yesterdai",
  ],
];

/** Function words that the English stop list does not know: without them two short German texts would look alike. */
const OTHER_LANGUAGES =
  'der die und das nicht von mit ist den dem ein eine einer auf für im zu sich des er sie es als auch wird hat ' +
  'le la les du une dans pour que qui sur au pas par avec ce il elle aux plus ont été sont ' +
  'el los las del en con para una se su al lo como por más ha ' +
  'il di che per non un della è sono gli nel alla da dei si ' +
  'os do em uma com não no na dos ao um foi mais ' +
  'het een van dat op te voor met niet zijn aan door ook bij de ' +
  'и в не на что с по из как за его для это от к о у но ' +
  'في من على إلى أن التي الذي بعد عن مع قال وقال كان هذا هذه ' +
  '的 了 在 是 和 有 被 为 对 与 于 将 年 月 日 周 说 他 她 这 也 一 二 三 人 中 上 后 ' +
  'の に は を た が で と し て も な れ い する こと';

const TABLE = new Map<string, number>(OTHER_LANGUAGES.split(' ').map((word) => [word, 0.5]));
for (const [share, stems] of SHARES) for (const each of stems.split(' ')) TABLE.set(each, share);

/** Share of articles expected to contain a stem before anything is known about the collection. */
export function usualShare(term: string): number {
  const known = TABLE.get(term);
  if (known !== undefined) return known;
  // Lengths first: this is asked of some five thousand stems for each article that comes in.
  if (term.length === 4 && /^(?:19|20)\d\d$/.test(term)) return YEAR_SHARE;
  return term.length <= 2 && /^\p{Script=Han}$/u.test(term) ? SIGN_SHARE : RARE_SHARE;
}

// A single sign is mostly a piece of a longer word or of a transcribed name.
const SIGN_SHARE = 0.1;
const YEAR_SHARE = 0.15;
const RARE_SHARE = 0.002;
