/** The page's one style sheet. Lengths are relative, so that it reads at 320 pixels, at 400 % and on paper. */
export const trailStyle = `
:root{color-scheme:light dark;--ink:#1b1f24;--soft:#57606a;--paper:#fff;--card:#f6f8fa;--line:#d0d7de;--accent:#0b57a4;--warn:#7a3e00;--warnbg:#fff4e0}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#a0abb8;--paper:#0d1117;--card:#161b22;--line:#30363d;--accent:#7cb7ff;--warn:#ffd08a;--warnbg:#33240c}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0 auto;padding:1.5rem 1rem 4rem;max-width:64rem;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic",sans-serif;overflow-wrap:anywhere}
h1{margin:0;font-size:1.75rem;line-height:1.2}
h2{margin:2.5rem 0 .75rem;padding-top:.75rem;border-top:2px solid var(--accent);font-size:1.35rem}
h3{margin:1.75rem 0 .5rem;font-size:1.1rem}
h4{margin:1.25rem 0 .5rem;font-size:1rem;color:var(--soft)}
a{color:var(--accent)}
p{margin:.25rem 0}
.subject{font-size:1.15rem;margin-bottom:.75rem}
.banner{display:inline-block;margin:0 0 1rem;padding:.35rem .75rem;border:1px solid currentcolor;border-radius:.35rem;background:var(--warnbg);color:var(--warn);font-weight:600}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:1rem 0 0;padding:0;list-style:none}
nav a{display:inline-block;padding:.25rem 0;min-height:1.5rem}
dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(14rem,100%),1fr));gap:.4rem 1.25rem;margin:0}
dt{color:var(--soft);font-size:.8125rem}
dd{margin:0;min-width:0}
.long{grid-column:1/-1}
@media (min-width:36rem){.wide{grid-column:span 2}}
.rows{margin:0;padding:0;list-style:none}
.rows>li{margin:0 0 .5rem;padding:.5rem .75rem;border:1px solid var(--line);border-radius:.5rem;background:var(--card)}
.code{font:.75rem/1.5 ui-monospace,"Cascadia Mono",Menlo,Consolas,monospace;word-break:break-all}
.prose{display:block;white-space:pre-line}
@media print{:root{--ink:#000;--soft:#444;--paper:#fff;--card:#fff;--line:#bbb;--accent:#000;--warn:#000;--warnbg:#fff}body{max-width:none;padding:0;font-size:10pt}nav{display:none}h2,h3,h4{break-after:avoid}.rows>li{break-inside:avoid}}
`;
