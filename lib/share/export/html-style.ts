/**
 * The look of an exported file: the tokens of app/globals.css, without what only a screen with a server needs. On paper the
 * folded lists stay folded, marks keep their underlines (grounds are not printed), and no passage is torn from its heading.
 */
export const STYLE = `
:root{color-scheme:light dark;--paper:#fdfcf9;--sheet:#f5f3ec;--ink:#1a1a1a;--soft:#55514a;--rule:#ddd8cc;--strong:#8a8478;--link:#1d4f7c;--shared:#6a6458;--mark:#dcebf7;--line:#2f6ea3;--hit:#fbf0c0;--hit-line:#7a6200;--series:#0072b2;
--serif:"Iowan Old Style","Palatino Linotype",Palatino,"URW Palladio L",Georgia,serif;--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif}
@media (prefers-color-scheme:dark){:root{--paper:#161614;--sheet:#201f1c;--ink:#ece8df;--soft:#b3ada1;--rule:#3a3833;--strong:#8d877b;--link:#8fc1ea;--shared:#a39d90;--mark:#17344c;--line:#7db4e0;--hit:#453b0e;--hit-line:#dcc25a;--series:#56b4e9}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 var(--sans);overflow-wrap:break-word}
main{max-width:48rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}
h1,h2,h3,h4,.title{font-family:var(--serif);font-weight:600;line-height:1.2;text-wrap:balance}
h1{margin:.25rem 0 .75rem;font-size:clamp(1.75rem,1.2rem + 2.2vw,2.4rem)}
h2{margin:3rem 0 .75rem;padding-top:.5rem;border-top:1px solid var(--rule);font-size:1.4rem}
h3{margin:2rem 0 .5rem;font-size:1.15rem}
h4{margin:1.5rem 0 .25rem;font-size:1rem}
p,ul,blockquote{margin:0 0 .75rem}
ul{padding-inline-start:1.25rem}
a{color:var(--link);text-underline-offset:.18em}
.soft{color:var(--soft);font-size:.875rem}
.notice{padding:.75rem 1rem;border-inline-start:3px solid var(--strong);background:var(--sheet)}
.paragraph,.title{font-family:var(--serif);font-size:1.125rem;line-height:1.6}
.title{font-size:1.35rem;line-height:1.3}
.paragraph,p.title{margin-top:1.5rem}
blockquote{padding-inline-start:.9rem;border-inline-start:2px solid var(--rule);font-family:var(--serif);line-height:1.55}
.aside{margin:0 0 1.75rem 1.25rem;padding-inline-start:1rem;border-inline-start:1px solid var(--rule);font-size:.9375rem}
.aside p{margin-bottom:.4rem}
.shared{text-decoration:underline dotted var(--shared) 2px;text-underline-offset:.2em}
.difference{border-bottom:2px solid var(--line);background:var(--mark)}
del{text-decoration:line-through}
ins{text-decoration:underline double var(--line);text-underline-offset:.18em}
mark{border-bottom:2px solid var(--hit-line);background:var(--hit);color:inherit}
.number{display:inline-block;min-width:1.5em;margin-inline-end:.15em;padding:0 .3em;border:1px solid var(--line);border-radius:3px;font:600 .75rem/1.5 var(--sans);text-align:center;text-decoration:none}
code{font-family:ui-monospace,"Cascadia Mono",Menlo,"DejaVu Sans Mono",monospace;font-size:.85em;overflow-wrap:anywhere}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;padding:0;list-style:none;font-size:.875rem}
.scroll{max-width:100%;margin-bottom:1rem;overflow-x:auto;position:relative}
table{border-collapse:collapse;width:100%;font-size:.875rem;font-variant-numeric:tabular-nums}
caption{padding-bottom:.25rem;color:var(--soft);text-align:start}
th,td{padding:.25rem .75rem .25rem 0;border-bottom:1px solid var(--rule);text-align:start;vertical-align:top}
th[scope=row]{font-weight:500;min-width:8rem}
td a{overflow-wrap:anywhere}
thead th{color:var(--soft);font-weight:600}
svg{display:block;margin-top:.2rem}
.axis{stroke:var(--rule);stroke-width:1}
.whisker{stroke:var(--series);stroke-width:2}
circle{fill:var(--series)}
summary{cursor:pointer;color:var(--link);font-size:.875rem;min-height:1.5rem}
details{margin-bottom:.75rem}
:target{outline:2px solid var(--strong);outline-offset:4px}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.hidden{position:absolute;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (max-width:40rem){.aside{margin-inline-start:0}}
@page{margin:18mm 16mm}
@media print{
:root{--paper:#fff;--sheet:#fff;--ink:#000;--soft:#333;--link:#000;--rule:#bbb}
body{font-size:10.5pt}
main{max-width:none;padding:0}
nav,details{display:none}
h1{font-size:20pt}h2{font-size:14pt;margin-top:1.5rem}
.paragraph{font-size:11pt}.title{font-size:13pt}
h2,h3,h4,caption,summary,.title{break-after:avoid}
blockquote,li,tr,h2+p{break-inside:avoid}
p,blockquote{orphans:3;widows:3}
.scroll{overflow:visible}
a{text-decoration:none}
}
`;
