/**
 * What pages say when they give no article, or not all of it, in the languages named at each line. Written from the usual wording of
 * consent tools, subscription boxes and challenge pages, and tried on pages written for the tests. A phrase is a sign, never a verdict:
 * `quality.ts` and `walls.ts` ask where it stands and how much else there is. Apostrophes are straight, letter case does not count.
 */

/** The text goes on, but not for this reader. Enough beside a short text. */
export const LOCKED = anyOf([
  // en
  /(?:subscribe|sign (?:up|in)|log in|register|join)(?: now)? to (?:continue|keep reading|read|unlock|view|finish)(?: reading)?|(?:the )?rest of this (?:article|story|piece|report|text) is (?:only |kept |reserved |available )?(?:only )?(?:for|to)/u,
  /to continue reading|continue reading with|keep reading with|(?:this|the full) (?:article|content|story|report) is (?:only )?(?:for|reserved for|exclusive to|available (?:only )?(?:to|for)) (?:our )?(?:paying |registered )?(?:subscribers|members)/u,
  /(?:for|exclusive(?:ly)? (?:to|for)) (?:our )?subscribers only|subscribers?[- ]only (?:article|content|story)|exclusive(?:ly)? (?:to|for) (?:our )?subscribers|unlock (?:this|the full) (?:article|story)/u,
  /you(?:'ve| have) (?:reached|read|used|hit) (?:your|all your|the) (?:\w+ )?(?:monthly )?(?:limit|last|free)|\d+ free articles? (?:left|remaining)/u,
  // de
  /(?:weiterlesen|weiter lesen|lesen sie (?:diesen artikel|weiter)) mit|jetzt weiterlesen|(?:nur|exklusiv) für (?:unsere )?(?:abonnent|plus-?nutzer|mitglieder)|(?:dieser|diesen) (?:artikel|text|beitrag) ist (?:nur |exklusiv )?für (?:unsere )?(?:abonnent|mitglieder|registrierte)|um (?:diesen artikel|den (?:ganzen|vollständigen) (?:artikel|text)) (?:weiter ?)?zu lesen|den (?:ganzen|vollständigen) artikel (?:lesen sie|gibt es) (?:mit|nur)/u,
  // fr
  /réservée? (?:aux|à nos|à ses) abonnée?s|pour lire la suite|la suite (?:de cet article )?est réservée|il vous reste .{0,20} (?:à lire|à découvrir|de cet article)|poursuivez votre lecture|vous avez lu .{0,30} articles? gratuits?/u,
  // es
  /(?:solo|sólo|exclusivo|contenido) (?:para|de) suscriptores|exclusivo para (?:nuestros )?suscriptores|para (?:seguir|continuar) leyendo|(?:suscríbete|regístrate) para (?:seguir|continuar|leer)|(?:has|ha) (?:alcanzado|llegado a|superado) (?:el|tu|su) límite/u,
  // it
  /(?:contenuto|articolo) (?:riservato|esclusivo|per) (?:agli |per (?:gli )?|soli )?abbonati|riservat[oa] (?:agli abbonati|a chi (?:ha un abbonamento|è abbonato))|per continuare a leggere|continua a leggere con|(?:hai|ha) (?:raggiunto|esaurito) .{0,20}articoli/u,
  // pt
  /(?:conteúdo|artigo|exclusivo) (?:exclusivo )?para assinantes|para continuar (?:a ler|lendo)|continue (?:a ler|lendo) (?:com|por)|assine para (?:ler|continuar)|(?:você )?(?:atingiu|chegou a)[o ]+(?:o )?limite/u,
  // nl
  /(?:alleen|exclusief|uitsluitend) voor (?:onze )?(?:abonnees|leden)|om (?:verder|door) te lezen|wilt u (?:dit artikel )?verder lezen|(?:lees|leer) verder met|log in om (?:dit|verder)/u,
  // sv, da, nb
  /(?:artikeln|innehållet)? ?(?:är )?(?:endast |bara )?för (?:inloggade )?prenumeranter|för att (?:läsa|fortsätta) (?:vidare|hela|läsa)|logga in för att läsa|(?:kun )?for abonnent(?:er)?|for abonnenter|for at læse (?:videre|hele)|for å lese (?:videre|hele|saken|artikkelen)|(?:log ind|logg inn) for (?:at|å) (?:læse|lese)/u,
  // fi
  /(?:vain|juttu on) tilaajille|jatkaaksesi lukemista/u,
  // pl, cs
  /(?:tylko|wyłącznie) dla (?:prenumeratorów|subskrybentów|czytelników premium)|dostępn[yae] (?:tylko )?dla prenumeratorów|aby (?:czytać|przeczytać) (?:dalej|całość|cały)|pozostało (?:jeszcze )?\d+ ?%|czytaj dalej z|(?:pouze|jen) (?:pro )?(?:naši )?předplatitel|pro pokračování ve čtení/u,
  // ru, uk
  /(?:доступ\p{L}*|только|исключительно) (?:только )?(?:по подписке|для подписчиков|подписчикам)|чтобы (?:читать|прочитать|дочитать) (?:дальше|далее|полностью|весь|материал|статью)|(?:оформите|по) подписк[уе]|доступен (?:только )?подписчикам|щоб (?:читати|прочитати) далі|лише для передплатників|csak előfizetőink|előfizetőknek|doar pentru abonați|μόνο για συνδρομητές/u,
  // tr
  /(?:yalnızca|sadece) abonelere|okumaya devam etmek için|abonelere özel/u,
  // ja, zh, ko
  /この(?:記事|コンテンツ)は(?:有料|読者|登録)?会員(?:限定|の方|専用)|この記事は有料記事|残り[:：]?\s?[\d,，]+\s?(?:文字|字)|続きを読むには|(?:登录|登入|订阅|訂閱|付费)后?後?(?:可)?(?:阅读|閱讀|查看)(?:全文|更多)|会员专享|本文为付费|會員專享|订阅后(?:可)?继续|剩余\d+%|유료 (?:회원|구독자)(?:만| 전용)|구독 후 (?:계속|이용)/u,
  // ar
  /(?:للمشتركين|المشتركين) فقط|لمتابعة القراءة|اشترك (?:لمتابعة|لقراءة)/u,
]);

/**
 * Word stems of a lock in wordings nobody listed: to pay or sign up, to read, and all of it. A few lines that hold one of each, right
 * below a short text, are a lock in most languages ("Køb abonnement og få adgang til hele artiklen").
 */
export const LOCK_STEMS: readonly RegExp[] = [
  /abonn|subscri|suscri|\bassin[ae]|abbon|prenum|předpl|подпис|передпл|előfiz|tilaa|συνδρομ|購読|会員|订阅|訂閱|会员|會員|구독|회원|اشتر|\bregistr(?:ieren|ez|ati|er)\b|regístrate|membership|premium|\babone/iu,
  /\b(?:read|reading|article|story|artigo|artículo|articolo|notícia|noticia|cikk\p{L}*|lire|leer|ler|leggere|lezen|läsa|læse|lese)\b|lesen\b|artikel|artikl|artyk|czyta|číst|článe|чита|стать|материал|olvas|juttu|διαβ|άρθρ|読|記事|读|閱讀|文章|읽|기사|قراء|مقال|okumaya/iu,
  /\b(?:full|whole|rest|continue|unlock|ganzen?|vollständig\p{L}*|hele|hela|suite|complet\p{L}*|intégral\p{L}*|seguir|intero|verder|volledig\p{L}*|videre|vidare|dalej|cał\p{L}*|dál|cel[ýé]|teljes|tovább|koko|devam)\b|weiter|дальше|далее|полност|далі|jatka|συνέχ|続き|全文|残り|계속|전문|المزيد/iu,
];

/** Offers that also stand in heads and feet of whole articles: a sign only beside next to nothing, or beside a stated lock. */
export const OFFER = anyOf([
  /already (?:a subscriber|have an account|subscribed)|have an account\? (?:sign|log) in|choose (?:a|your) (?:plan|subscription)|unlimited (?:digital )?access|see (?:plans|subscription options)/u,
  /bereits (?:abonnent|registriert|kunde)|(?:sie haben )?(?:bereits|schon) ein (?:konto|abo)|jetzt (?:testen|abonnieren)|monatlich kündbar|jederzeit kündbar/u,
  /déjà abonnée?|abonnez-vous|je m'abonne|sans engagement/u,
  /(?:ya )?(?:eres|soy) suscriptor|suscríbete|suscribirme/u,
  /(?:sei )?già abbonat[oa]|hai già un abbonamento|abbonati (?:ora|subito)|scegli un'offerta/u,
  /(?:já é|é) assinante|assine (?:já|agora|por)|já tem conta/u,
  /al abonnee|neem een abonnement|heb je al een (?:account|abonnement)/u,
  /bli prenumerant|redan prenumerant|allerede abonnent|bliv abonnent|bli abonnent/u,
  /masz już (?:prenumeratę|konto|subskrypcję)|wykup (?:dostęp|prenumeratę)|уже (?:есть подписка|подписаны)|zaten abone/u,
  /会員の方は|有料会員になると|無料登録|开通会员|立即订阅/u,
]);

/** What a page shows instead of an article while it waits for consent. */
export const CONSENT = anyOf([
  // en
  /before you continue|we (?:and|use).{0,40}(?:\d+ )?(?:partners|cookies)|we value your privacy|your privacy (?:choices|matters|is important)|(?:accept|reject|allow|decline) (?:all|cookies)|manage (?:cookies|choices|options|(?:my |your )?(?:privacy|preferences|settings))|legitimate interest|store and(?:\/or)? access information on (?:a|your) device|personali[sz]ed (?:ads|advertising)/u,
  // de
  /mit werbung (?:und \p{L}+ )?(?:weiter|lesen|nutzen)|bevor sie (?:zu .{0,30} )?(?:weitergehen|fortfahren)|zustimmen und weiter|akzeptieren und weiter|alle akzeptieren|weiter mit werbung|ihre (?:privatsphäre|einwilligung|zustimmung)|ihrer (?:einwilligung|zustimmung)|cookies? (?:akzeptieren|zustimmen)|contentpass|pur-?abo|werbefrei (?:im abo|lesen)|ohne (?:werbe-?)?tracking|wir und (?:bis zu \d+ |unsere )?partner/u,
  // fr
  /continuer sans accepter|avant d'accéder à|(?:respect de )?votre vie privée|accepter et (?:continuer|fermer)|(?:nous|partenaires).{0,30}utilis(?:ons|ent).{0,20}cookies|stocker et(?:\/ou)? (?:accéder|consulter)|retirer votre consentement|tout (?:accepter|refuser)/u,
  // es
  /(?:valoramos|nos importa|respetamos) (?:tu|su) privacidad|(?:tu|su) privacidad (?:es|nos) import|aceptar (?:y continuar|todo|cookies)|nosotros y nuestros|aceptando las cookies|interés legítimo|antes de (?:ir a|continuar a)|rechazar (?:todo|y suscribir)|utilizamos cookies/u,
  // it
  /(?:rispettiamo|teniamo a) (?:la )?tua privacy|(?:la )?tua privacy|accett(?:a|are) (?:e continua|tutti|i cookie)|noi e (?:i nostri|terze parti)|archiviamo.{0,20}informazioni|prima di continuare su|rifiuta tutt|utilizziamo i cookie/u,
  // pt
  /(?:valorizamos|respeitamos) (?:a )?sua privacidade|a sua privacidade|aceitar (?:e (?:continuar|fechar)|todos|tudo)|nós e (?:os )?nossos|interesse legítimo|armazenamos (?:e\/)?ou acedemos|utilizamos cookies|não aceito/u,
  // nl
  /(?:jouw|uw|je) privacy|akkoord (?:en|om|gaan)|op '?akkoord|accepteer (?:alle )?cookies|alle cookies (?:accepteren|weigeren)|alles (?:accepteren|weigeren|afwijzen)|partners plaatsen cookies|wij (?:en onze|gebruiken).{0,25}(?:partners|cookies)|toestemming.{0,30}(?:intrekken|aanpassen)/u,
  // sv, da, nb, fi
  /vi (?:och|og) våra? (?:\d+ )?partn|vi og våre|vi og vores|godkänn (?:alla|cookies)|acceptera (?:alla )?cookies|accepter alle|godta alle|tillad alle|din integritet|dit privatliv|ditt personvern|hyväksy (?:kaikki|evästeet)/u,
  // pl, cs
  /(?:szanujemy|dbamy o) twoją prywatność|twoja prywatność|(?:my i|nasi) (?:nasi )?(?:zaufani )?partnerzy|przejdź do serwisu|wyrazić zgodę|wyrażam zgodę|akceptuj(?:ę|) (?:wszystkie|i przechodzę)|spersonalizowanych reklam|přijmout vše|vaše soukromí/u,
  // ru, tr
  /(?:мы|сайт) использу(?:ем|ет) (?:файлы )?cookie|принять все|ваш(?:а|у) (?:конфиденциальность|приватність)|(?:ми|мы) (?:та|и) наш[іи] (?:партнери|партнеры)|απόρρητό σας|(?:εμείς|οι) και οι συνεργάτες|az ön adatainak|confidențialitatea|tümünü kabul et|gizliliğinize/u,
  // ja, zh, ar
  /cookie(?:の使用|を使用|に同意)|すべて(?:受け入れる|同意)|接受(?:所有|全部) ?cookie|我们使用 ?cookie|(?:نستخدم|قبول) (?:جميع )?ملفات تعريف الارتباط/u,
]);

/** What a server shows to what it takes for a robot. */
export const ROBOT = anyOf([
  // en
  /(?:verify|confirm|make sure|making sure|prove)(?:ing)? (?:that )?you(?:'re| are) (?:not )?(?:a )?(?:human|robot|bot)|are you (?:a robot|human)|i(?:'m| am) not a robot|checking (?:if the site connection is secure|your browser)|review the security of your connection|unusual (?:traffic|activity) from|complete the (?:captcha|security check)|solve (?:the|this) captcha|(?:enable|accept|allow) (?:javascript and |js and )?cookies (?:to continue|before)|please enable cookies|enable js and disable|attention required|access (?:to this page has been )?denied|you don't have permission to access|request (?:was |has been )?(?:blocked|unsuccessful)|you(?:'ve| have) been blocked|human verification|verifying your browser|one moment,? please|ddos protection by|just a moment\.{3}|just a moment…|pardon our interruption|automated (?:requests|access)|get past this challenge/u,
  // de
  /ich bin kein roboter|sind sie ein (?:mensch|roboter)|(?:dass|ob) sie (?:ein mensch|kein roboter|kein bot)|nur einen moment|die sicherheit ihrer verbindung|ungewöhnlichen datenverkehr|zugriff (?:verweigert|gesperrt)/u,
  // fr
  /êtes-vous un robot|(?:vérifie[rz]|confirme[rz]|prouve[rz]).{0,15}que vous (?:êtes (?:un )?humain|n'êtes pas un robot)|je ne suis pas un robot|la sécurité de votre connexion|trafic inhabituel|accès refusé|un instant…/u,
  // es
  /(?:no (?:soy|eres|es) un robot)|(?:eres|es usted) (?:un )?humano|verifi(?:ca|que) que (?:eres|es) (?:un )?(?:ser )?humano|tráfico inusual|complet[ae] el captcha|acceso denegado|comprobación de seguridad/u,
  // it, pt
  /non sono un robot|(?:verifica|conferma) di essere (?:un )?(?:umano|una persona)|sei un robot|traffico (?:insolito|anomalo)|accesso negato|não (?:sou|é) um robô|verifi\p{L}+ se (?:você |o utilizador )?é (?:um |uma )?(?:humano|pessoa)|tráfego incomum|acesso negado/u,
  // nl, sv, da, nb, fi
  /(?:ik ben|bent u|je) geen robot|(?:controleer|bevestig) (?:of|dat) (?:je|u) een mens|toegang geweigerd|jag är inte en robot|bekräfta att du är (?:en )?människa|åtkomst nekad|bekræft, at du er et menneske|jeg er ikke en robot|bekreft at du er (?:et )?menneske|en ole robotti/u,
  // pl, cs
  /nie jest(?:em|eś) robotem|(?:potwierdź|sprawdź|zweryfikuj).{0,12}(?:jesteś|że jesteś) człowiekiem|odmowa dostępu|nietypowy ruch|nejsem robot/u,
  // ru, uk, tr
  /не робот|(?:вы|ты) (?:человек|не робот)|проверка браузера|проверяем ваш браузер|доступ (?:запрещен|запрещён|ограничен)|автоматическ\p{L}+ запрос|запросы.{0,40}(?:похожи на )?автоматическ|не є роботом|ви людина|είστε άνθρωπος|δεν είστε ρομπότ|nem (?:vagyok|ön) robot|nu (?:sunt|ești) (?:un )?robot|robot değilim|insan olduğunuzu/u,
  // ja, zh, ko, ar
  /(?:私は)?ロボットではありません|人間であることを確認|アクセスが拒否|ご利用の環境からの|人机验证|人機驗證|请完成(?:安全)?验证|(?:您|你)(?:不)?是(?:机器人|真人)|访问(?:被拒绝|过于频繁)|로봇이 아닙니다|(?:لست|أنك لست) (?:برنامج )?روبوت|تأكيد أنك إنسان/u,
]);

/** What stands in a page that is empty until its script has run. */
export const NEEDS_SCRIPT = anyOf([
  /(?:enable|activate|turn on|requires?|without|need)[^.]{0,30}javascript|turn javascript on|javascript[^.]{0,40}(?:disabled|required|enabled|aktivieren|aktivier|activer|activar|attivare|ativar|inschakelen)|enable js/u,
  /activ(?:er|ez|ar|e|a)[^.]{0,20}javascript|habilit[ae]r? (?:o |el )?javascript|abilita(?:re)? javascript|schakel javascript|aktivera javascript|slå (?:på )?javascript|włącz(?:yć)? (?:obsługę )?javascript|включите javascript|поддержк\p{L}+ javascript|javascript'?i etkin|javascriptを有効|启用 ?javascript|تفعيل جافا/u,
]);

/** The page that was asked for is not there, said with status 200. */
export const MISSING = anyOf([
  /(?:page|article|story) (?:was |is |could )?(?:not|n't|cannot be) (?:be )?found|not found|can(?:'t|not) find (?:that|this|the) page|(?:page|article|story) (?:you (?:are looking for|requested)|(?:does not|doesn't|no longer) exist)|no longer available|(?:error|fehler|erreur|errore|erro|fout|błąd|ошибка)[: -]*404|^404\b/u,
  /seite (?:wurde |konnte |leider )*nicht gefunden|diese seite (?:gibt es|existiert) nicht|nicht (?:mehr )?verfügbar|page (?:introuvable|non trouvée)|page .{0,30}(?:est introuvable|n'existe (?:pas|plus))|página no (?:encontrada|existe|disponible)|enlace .{0,20}(?:está )?roto|noticia (?:se )?ha(?: sido)? (?:retirad|eliminad)|no (?:se ha encontrado|hemos encontrado|encontramos) la página|pagina non (?:trovata|esiste)|página não (?:encontrada|existe)/u,
  /pagina (?:niet gevonden|bestaat niet)|sidan (?:kunde inte hittas|finns inte|hittades inte)|siden (?:blev |ble )?ikke (?:fundet|funnet)|sivua ei löyty|nie znaleziono strony|strona .{0,20}nie (?:istnieje|została znaleziona)|stránka nenalezena|страница (?:не найдена|не существует|удалена)|сторінку не знайдено|sayfa bulunamadı/u,
  /ページが見つかりません|お探しのページ|页面(?:不存在|未找到|已删除)|頁面不存在|您访问的页面|페이지를 찾을 수 없|الصفحة (?:غير موجودة|التي تبحث عنها)|لم يتم العثور على/u,
]);

/** Not for readers in this country. */
export const REGION = anyOf([
  /(?:not|un)available (?:in|to|from|for) (?:your|this|the) (?:region|country|location|territory)|not (?:currently )?available (?:in|to|from|for) (?:(?:visitors|users|readers) (?:in|from) )?(?:your|most) (?:region|country|european)|(?:european economic area|general data protection regulation).{0,160}(?:access|granted|unavailable)|unavailable (?:in most european|for legal reasons)|451: unavailable/u,
  /in (?:ihrem|deinem) (?:land|gebiet) nicht verfügbar|nicht verfügbar in ihre[mr]|(?:pas|non) (?:disponible|accessible) (?:dans|depuis) votre (?:pays|région|zone)|no (?:está )?disponible en (?:tu|su) (?:país|región|zona)|non (?:è )?disponibile (?:nel|nella) tu[oa] (?:paese|regione|area)|não (?:está )?disponível (?:no|na) (?:seu|sua) (?:país|região)/u,
  /niet beschikbaar in (?:jouw|uw|je) (?:land|regio)|inte tillgänglig(?:t)? i ditt (?:land|område)|ikke tilgængelig(?:t)? i dit land|ikke tilgjengelig i ditt land|niedostępn\p{L}+ w (?:twoim|państwa) (?:kraju|regionie)|недоступ\p{L}+ в (?:вашей стране|вашем регионе)|bulunduğunuz (?:ülkede|bölgede)|お住まいの(?:国|地域)|您所在的(?:国家|地区)|في (?:بلدك|منطقتك)/u,
]);

/** A pointer to the text itself, which stands somewhere else. */
export const ELSEWHERE = anyOf([
  /^(?:read|see|go to|continue to) (?:the )?(?:full|whole|complete|entire|rest of the|original) (?:story|article|report|text|post|interview)/u,
  /^(?:zum|den|lesen sie den) (?:ganzen|vollständigen|kompletten) (?:artikel|text|beitrag|bericht)|^(?:lire|voir) (?:l'article|la suite|l'intégralité)(?: (?:complet|de l'article))?|^(?:leer|lee|ver) (?:el artículo|la noticia|la nota) complet[oa]|^leggi (?:l'articolo|il testo) (?:completo|integrale)|^leggi tutto|^(?:ler|leia|veja) (?:o artigo|a notícia|a matéria|a íntegra)(?: complet[oa]| na íntegra)?/u,
  /^lees (?:het|de) (?:hele|volledige|complete)|^läs hela|^les hele|^læs hele|^lue koko|^przejdź do artykułu|^czytaj cały|^číst celý|^читать (?:полностью|дальше|далее|полный)|^читати (?:повністю|далі)|^devamını oku|^続きを読む|^全文を読む|^阅读全文|^查看全文|^전문 보기|^اقرأ المزيد/u,
]);

/** Heads of pages that are written while something happens. */
export const LIVE_HEAD = anyOf([
  /\blive (?:updates|blog|coverage|ticker)\b|\bliveblog\b|: live$|\blive ?ticker\b|\bnewsblog\b|\ben direct\b|\ben vivo\b|\bminuto a minuto\b|^directo\b|\b(?:in|la) diretta\b|^diretta\b|\bao (?:vivo|minuto)\b|\bliveverslag\b|\bdirektrapport|\bna żywo\b|\bonline přenos|онлайн-?трансляция|прямая трансляция|canlı (?:anlatım|blog)/u,
]);

/** A form for members only: heads of such pages. */
export const LOGIN = anyOf([
  /^(?:please )?(?:sign|log) ?in\b|^login\b|sign in to your account|log in to your account/u,
  /^(?:anmelden|anmeldung|einloggen)\b|^(?:connexion|se connecter|connectez-vous)\b|^(?:iniciar sesión|inicia sesión|acceso)\b|^(?:accedi|accesso)\b|^(?:entrar|iniciar sessão)\b|^inloggen\b|^logga in\b|^log ind\b|^logg inn\b|^kirjaudu\b|^(?:zaloguj się|logowanie)\b|^(?:вход|войти|авторизация)|^(?:giriş yap|oturum aç)/u,
  /^ログイン|^会員ログイン|^(?:登录|登入|用户登录)|^로그인|^تسجيل الدخول/u,
]);

/** A page that wants an address before it lets anybody through. */
export const LETTER = anyOf([
  /(?:sign up|subscribe|register) (?:now )?(?:for|to) (?:our|the|free)?.{0,30}newsletter|in your inbox|unsubscribe at any time|no thanks,? (?:continue|take me)/u,
  /(?:newsletter|brief).{0,40}(?:anmelden|abonnieren|an und)|melden sie sich.{0,40}newsletter|newsletter jederzeit abbestellen|nein,? danke,? weiter|weiter zur (?:seite|website)|in ihrem postfach/u,
  /(?:inscrivez-vous|abonnez-vous) à (?:notre|la) (?:newsletter|lettre)|recevez.{0,40}(?:newsletter|boîte|mail)|(?:apúntate|suscríbete|regístrate) a(?:l| nuestr[oa]) (?:boletín|newsletter)|recibe.{0,30}en tu correo|darte de baja|continuar a la web|iscriviti alla (?:nostra )?newsletter|inscreva-se na (?:nossa )?newsletter|receba.{0,30}(?:e-?mail|caixa)|schrijf je in voor|prenumerera på (?:vårt )?nyhetsbrev|tilmeld dig (?:vores )?nyhedsbrev|zapisz się na (?:nasz )?newsletter|подпишитесь на (?:нашу )?рассылку|bültenimize/u,
]);

/** Curly apostrophes made straight, as the phrases are written. */
export function straight(text: string): string {
  return text.replace(/[’‘ʼ]/gu, "'");
}

function anyOf(patterns: RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'), 'iu');
}
