/**
 * What pages say around articles, in the languages the patterns were tried on (English, German, French, Spanish, Italian,
 * Portuguese, Dutch, the Scandinavian languages). Each group is one reason; every pattern is anchored or used only
 * on short blocks, because the same words are ordinary news vocabulary in a long one.
 */

/** Blocks of at most `words` words that match are furniture. Groups are tried in this order, the first match names the reason. */
export const FURNITURE: readonly { code: string; message: string; words: number; patterns: readonly RegExp[] }[] = [
  {
    code: 'read-more',
    message: 'A pointer to another article.',
    words: 40,
    patterns: [
      /^(?:read (?:more|also|next|the full|our|on)|also read|more (?:on|from|about|stories|news|coverage)|see also|related(?: (?:articles?|stories|content|coverage|topics?|news|links?))?\s*(?:[:-]|$)|related (?:articles?|stories|content|coverage|topics|news)\b|recommended(?: (?:stories|reading|for you))?\s*(?::|$)|you (?:may|might) (?:also )?(?:like|be interested)|don['’]t miss\s*:|watch(?: now| also)?\s*:|listen(?: now)?\s*:|what to read next|keep reading|continue reading|trending(?: now)?\s*(?::|$)|most (?:read|popular)|top stories|latest (?:news|stories)\s*(?::|$)|up next)/i,
      /^(?:lesen sie (?:auch|hier|dazu|mehr|weiter)|mehr (?:zum thema|dazu|zu diesem thema|lesen|infos?|aus)|weiterlesen|auch interessant|das könnte sie (?:auch )?interessieren|siehe auch|zum thema\s*(?::|$)|weitere (?:artikel|nachrichten|themen|infos|informationen)\b|hier (?:lesen|finden) sie|meistgelesen|verwandte (?:themen|artikel)|empfohlene[rn]? (?:artikel|beiträge|redaktionelle)|passend dazu|mehr\s*:|thema(?:tisch passend)?\s*:|(?:aktuelles? )?video\s*:)/i,
      /^(?:lire (?:aussi|également|la suite)|à lire (?:aussi|également)|voir aussi|sur le même sujet|articles? (?:liés?|associés?|similaires?)|à découvrir|notre (?:dossier|sélection)\s*:|pour aller plus loin)/i,
      /^(?:le[ea] (?:también|más|además)|leer (?:también|más)|te puede interesar|ver (?:también|más)|(?:noticias?|contenidos?|artículos?|temas?) relacionad[oa]s?|más (?:sobre|información|noticias)\s*(?::|en)|para saber más\s*:?$|también te puede|no te pierdas|puede(?:s)? (?:leer|consultar))/i,
      /^(?:leggi (?:anche|tutto)|per approfondire|potrebbe interessarti|articoli correlati|vedi anche|leia (?:também|mais)|veja (?:também|mais)|saiba mais|notícias relacionadas|artigos? relacionad|lees (?:ook|verder|meer)|bekijk ook|les (?:også|mer)|läs (?:också|mer|även)|læs (?:også|mere)|czytaj (?:też|także|więcej)|zobacz (?:też|także|również)|xem thêm|baca juga|devamını oku|ayrıca oku)/i,
    ],
  },
  {
    code: 'newsletter',
    message: 'An invitation to a newsletter, an app or a channel.',
    words: 70,
    patterns: [
      /\b(?:sign up|subscribe|signing up|get (?:the|our)|join)\b.{0,60}\b(?:newsletter|inbox|briefing|e-?mail updates|alerts|whatsapp|telegram|youtube channel)\b/i,
      /\bnewsletters?\b.{0,60}\b(?:sign up|subscribe|signing up|inbox|abonnieren|anmelden|inscri|suscr|iscrivi|inscrev|bestellen)/i,
      /^(?:follow us|follow .{2,40} on (?:twitter|facebook|instagram|x|linkedin|google news)|like us on|download (?:the|our) .{0,30}app|get our app|join (?:us|our) .{0,30}(?:telegram|whatsapp))/i,
      /\b(?:abonnieren sie|jetzt abonnieren|melden sie sich|hier anmelden|kostenlos abonnieren|folgen sie (?:uns|unserem)|newsletter (?:anmeld|abonn|bestell))/i,
      /\b(?:inscrivez-vous|abonnez-vous|recevez|suivez-nous|suscríbe(?:te|se)|síguenos|sigue(?:nos| a)|únete a nuestro|regístrate|iscriviti|seguici|inscreva-se|siga(?:-nos| o)|schrijf je in|meld je aan|prenumerera|abonner på)\b/i,
    ],
  },
  {
    code: 'advertisement',
    message: 'A label of an advertisement.',
    words: 14,
    patterns: [
      /^\[(?:PR|AD)\]$/i,
      /^[-–—\s]*(?:advert(?:isement|ising)|ads? (?:by|feedback)|sponsored(?: content)?|promoted|story continues (?:below|after)|article continues (?:below|after)|scroll to continue|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|advertentie|annons|annonse|reklam[ae]?|reklama|iklan|continua a leggere|sigue leyendo|continue after ad|la suite après)(?:\b|$)/i,
      /(?:article|story|text) continues (?:below|after)|continues after (?:the )?ad|(?:artikel|text) (?:geht|wird) .{0,30}(?:weiter|fortgesetzt)|la suite (?:de l.article )?après (?:la|cette) publicité/i,
    ],
  },
  {
    code: 'share',
    message: 'Buttons for sharing, printing or commenting.',
    words: 16,
    patterns: [
      /^(?:share(?: this)?(?: (?:article|story|on|via|with).*)?|tweet|copy (?:the )?link|link copied!?|print(?: this)?(?: article)?|e-?mail(?: this)?(?: article)?|comments?(?: \(?\d+\)?)?|leave a comment|post a comment|view comments|\d+ (?:comments?|shares?|kommentare)|save(?: article| story)?|bookmark|facebook|twitter|whatsapp|linkedin|telegram|pinterest|reddit|instagram|x|listen to (?:this )?article.*|show (?:more|less)|see more|view more|load more|click here.*|back to top|close|play|loading.*|\(?(?:no ratings yet|noch keine bewertungen).*|menu|search)\.?$/i,
      /^(?:(?:artikel |beitrag )?teilen(?: sie .*)?|drucken|kommentieren|kommentare?(?: \(?\d+\)?)?|per e-?mail.*|merken|vorlesen|link kopier.*|artikel anhören|feedback|nach oben|zur startseite|zurück|partager(?: (?:sur|cet article|via).*)?|imprimer|commenter|commentaires?|réagir|compartir(?: (?:en|esta?).*)?|imprimir|comentarios?|comentar|enviar|condividi.*|stampa|commenta|compartilh(?:e|ar).*|deel.*dit artikel|dela|del|kopiera länk|udostępnij)\.?$/i,
    ],
  },
  {
    code: 'copyright',
    message: 'A copyright or agency line.',
    words: 45,
    patterns: [
      /^(?:©|\(c\)|copyright\b|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos|tutti i diritti|todos os direitos)/i,
      /(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|todos os direitos reservados|may not be (?:published|reproduced)[^.]{0,80}(?:broadcast|rewritten|redistributed|permission))/i,
      /^\((?:(?:quelle|source|fuente|fonte|bron|mit|with|avec|con)\b\s*:?\s*)?(?:APA|AFP|AP|dpa|sda|Reuters|EFE|ANSA|Lusa|PAP|ČTK|PTI|ANI|Xinhua|Kyodo)(?:\s*[/,+-]\s*\p{L}{2,10})*\)$/iu,
      /\bcopyright\s*:\s*\p{Lu}[^.!?]{2,60}$/iu,
      /^©?\s*dpa-(?:infocom|afx|regio)\b.*$/i,
    ],
  },
  {
    code: 'photo-credit',
    message: 'A photo credit or caption.',
    words: 40,
    patterns: [
      /©\s?\p{L}[^.!?]{0,70}$/u,
      /^(?:fotos?|photos?|bilder)(?:\(s\))?\s*:\s*©/i,
      /\|\s*(?:Foto|Bildquelle|Quelle|Photo)\b[^.!?]{0,70}$/u,
      /^(?:photos?(?:graph)?|pictures?|images?|fotos?(?:grafía|\(s\))?|bild(?:quelle|nachweis|er|rechte)?|quelle|crédits?(?: photo)?|credits?|archivbild|archivfoto|symbolbild|symbolfoto|file photo|imagen|imagem|foto(?:grafie)?|copyright|illustration|grafik|video)\s*(?:credits?|by|courtesy|von|de|:|©|\/)[^.!?]{0,200}\.?$/i,
      /\((?:AFP|AP|EPA|APA|dpa|Reuters|Getty|Keystone|ANSA|EFE|Lusa|TT|NTB|Ritzau|PAP)\s*(?:\/|-)\s*[^)]{2,60}\)$/,
      /\((?:photo|image|picture|foto|bild|cr[ée]ditos?|archivbild|archivfoto|symbolbild|symbolfoto|credit|ap photo|file photo|reuters|getty)\b[^)]{0,120}\)\s*$/i,
      /(?:\bgetty images|\bAP photo|\bshutterstock|\bimago images|\bpicture[- ]alliance|\bafp via getty|\balamy)\b[^.!?]{0,60}\.?$/i,
      /\b(?:Foto|Bild|Photo|Credit|Ảnh|Fotografía|Imagen|Photograph)\s*:\s*[^.!?:]{2,60}$/u,
    ],
  },
  {
    code: 'byline',
    message: 'A line about who wrote the text.',
    words: 12,
    patterns: [
      /^(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|[Pp]or|POR|[Dd]i|[Dd]oor|[Aa]v|[Tt]ext)\s*:?\s+(?:\p{Lu}[\p{L}.'’-]*(?:\s+|\s*,\s*|\s+(?:and|und|et|y|e|og|och)\s+)?){1,8}$/u,
      /^(?:written by|reported by|story by|posted by|published by|edited by|reporting by|editing by|additional reporting|autor(?:in)?\s*:|text\s*:|redaktion\s*:|author\s*:|escrito por|publicado por|publié par|rédigé par|a cura di|redação)\b.{0,80}$/i,
    ],
  },
  {
    code: 'date-line',
    message: 'A line with nothing but a date, a time or a reading time.',
    words: 14,
    patterns: [
      /\b(?:published|posted|updated)\b.{0,20}\bago\.?$/i,
      /^(?:(?:first )?(?:published|posted|updated|last (?:updated|modified)|modified|created)|stand|veröffentlicht|aktualisiert|zuletzt aktualisiert|erstellt|publié|mis à jour|modifié|publicado|actualizado|pubblicato|aggiornato|atualizado|gepubliceerd|publicerad|uppdaterad|publisert|oppdatert)\b\s*:?.{0,80}\d.{0,40}$/i,
      /^\d+\s*(?:-\s*)?(?:min(?:ute)?s?|minuten|minutos|minuti|min\.)\s*(?:read|reading time|lesezeit|de lecture|de lectura|di lettura|de leitura)?\.?$/i,
      /^(?:reading time|lesezeit|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura)\s*:?.{0,30}$/i,
    ],
  },
  {
    code: 'tags',
    message: 'A list of topics or tags.',
    words: 30,
    patterns: [
      /^(?:tags?|topics?|themen|schlagw(?:orte|örter)|schlagworte|mots-clés|etiquetas?|temas|topics|filed under|keywords?|stichwörter|labels|kategorien?|categor(?:y|ies|ías?)|sujets?)\s*(?::|$)/i,
      /^(?:#[\p{L}\p{N}_]+[\s,]*){1,12}$/u,
    ],
  },
  {
    code: 'paywall',
    message: 'An offer to subscribe.',
    words: 40,
    patterns: [
      /^(?:already (?:a subscriber|have an account)|(?:subscribe|register|sign in|log in|create (?:a|an|your) (?:free )?account) (?:now |today )?to (?:continue|keep|read|unlock|access)|to (?:continue|keep) reading|this (?:article|content|story) is (?:for|reserved for|only available to) subscribers)/i,
      /^(?:(?:article|contenu) réservé aux abonnés|il vous reste .{1,20} (?:de cet article )?à lire|la suite est réservée|pour lire la suite|déjà abonné|(?:jetzt )?weiterlesen mit .{2,30}|bereits abonnent|nur für abonnenten|dieser artikel ist (?:nur )?(?:für|exklusiv)|para seguir leyendo|contenido exclusivo para|ya (?:eres|soy) suscriptor|contenuto riservato|per continuare a leggere|conteúdo exclusivo para assinantes|já é assinante|alleen voor abonnees|om verder te lezen)/i,
      /^vous (?:pouvez lire|ne pouvez lire) .{2,40} sur un seul appareil/i,
    ],
  },
  {
    code: 'note',
    message: 'A note of the outlet about corrections, links or terms.',
    words: 70,
    patterns: [
      /\b(?:affiliate (?:links?|commission|partner)|may (?:earn|receive) (?:a|an) (?:small )?(?:affiliate )?commission|we (?:may )?earn a commission|we independently (?:select|review))\b/i,
      /\b(?:mit (?:einem )?(?:\*|stern(?:chen)?|symbol)[^.]{0,60}gekennzeichnet|affiliate-links?|provision vom händler|erhalten wir (?:ggf\. )?eine (?:kleine )?provision)\b/i,
      /^(?:this (?:article|story|post|content) (?:was|is|has been|appeared|originally)\b.{0,120}(?:published|appeared|updated|translated|provided|produced)|(?:dieser (?:artikel|beitrag|text)|der (?:artikel|beitrag)) (?:erschien|wurde|ist)\b.{0,120}(?:veröffentlicht|aktualisiert|zuerst|erstellt|erschienen)|cet article (?:est|a été)\b|este (?:artículo|artigo) (?:fue|foi)\b)/i,
      /^(?:(?:the )?(?:views|opinions) expressed\b|die (?:in diesem .{3,30})?(?:meinung|ansicht)(?:en)?\b.{0,80}(?:nicht|not)|diese[rs]? (?:beitrag|text|artikel|kommentar) gibt .{0,20}meinung|les opinions exprimées|las opiniones (?:expresadas|vertidas)|as opiniões expressas|bei diesem (?:beitrag|text) handelt es sich)/i,
      /^(?:do you have (?:a story|a tip|an opinion)|have you (?:got|been affected)|contact (?:us|the (?:author|reporter|newsroom))|send (?:us )?(?:your|a) (?:tips?|stor|comment|letter)|got a tip|if you (?:spot|see|notice) (?:a|an) (?:error|mistake|typo)|report (?:a|an) (?:error|typo|correction)|haben sie (?:einen fehler|hinweise|eine behauptung)|(?:what do you think|tell us|let us know|join the (?:conversation|discussion)|qu.en pensez-vous|donnez votre avis|¿qué (?:opinas|piensas)|¿y tú qué|cosa ne pensi|was (?:denkst|meinst|hältst) du\b|was (?:denken|meinen|halten) sie\b).{0,80}(?:comments?|commentaires?|comentarios?|commenti|kommentar\p{L}*|community)|fehler (?:gefunden|melden))/iu,
      /\b(?:teile? (?:deine|eure|ihre)|teilen sie (?:ihre|uns)|share your|partagez vos|comparte tus)\b.{0,50}\b(?:community|comments?|kommentar\p{L}*|commentaires?|comentarios?)\b/iu,
      /\b(?:enable javascript|javascript (?:is )?(?:disabled|required|aktivieren|deaktiviert)|activate javascript|your browser (?:does not|doesn['’]t) support|browser (?:unterstützt|wird nicht)|externen? inhalte?n?|externe inhalte anzeigen|an dieser stelle (?:finden|ist|befindet)|inhalt (?:anzeigen|laden)|view (?:this )?(?:post|tweet) on|sieh dir diesen beitrag|ver esta publicación|a post shared by|ein beitrag geteilt von|una publicación compartida)\b/i,
    ],
  },
  {
    code: 'consent',
    message: 'A notice about cookies or data protection.',
    words: 120,
    patterns: [
      /\b(?:we (?:and our (?:\d+ )?partners )?(?:use|store)|this (?:site|website) uses|accept (?:all )?|manage|diese (?:seite|website) verwendet|wir (?:verwenden|nutzen)|mit ihrer (?:zustimmung|einwilligung)|nous utilisons|utilizamos|usamos|utilizziamo|wij gebruiken)\b.{0,80}\bcookies?\b/i,
      /\b(?:datenschutzerklärung|einwilligung|privacy policy|politique de confidentialité|política de privacidad|informativa sulla privacy|terms of (?:use|service))\b.{0,100}(?:widerruf|zustimm|agree|accept|apply|consent|accept|acept|accett)/i,
      /\b(?:by (?:signing up|subscribing|clicking|continuing)|mit (?:der|ihrer) anmeldung)\b.{0,80}\b(?:agree|terms|privacy|datenschutz|einverstanden)/i,
    ],
  },
];
