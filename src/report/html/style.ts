export const style = `
:root{color-scheme:light dark;--bg:#f6f7f9;--card:#fff;--ink:#1c2128;--dim:#5b6570;--line:#dde2e8;--soft:#eef1f5;
--passed:#187a3c;--failed:#c62130;--broken:#9a5b00;--skipped:#66707b;--accent:#2457c5;
--passed-bg:#e4f5ea;--failed-bg:#fdeaea;--broken-bg:#fdf1dc;--skipped-bg:#eceff2;--memory:#5b3fc4;--cpu:#0b7a8a;--mark:#fff3b0}
@media (prefers-color-scheme:dark){:root{--bg:#0e1218;--card:#161c25;--ink:#e3e8ee;--dim:#97a3b0;--line:#2a333f;--soft:#1d2530;
--passed:#4cc46f;--failed:#ff7070;--broken:#e5a94a;--skipped:#98a3af;--accent:#7fa9ff;
--passed-bg:#11281a;--failed-bg:#331a1d;--broken-bg:#2e2412;--skipped-bg:#20272f;--memory:#a78bff;--cpu:#45c3d3;--mark:#4a4213}}
*{box-sizing:border-box}
html{scroll-padding-top:4.5rem}
body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
main,.bar>div{max-width:1180px;margin:0 auto;padding:0 20px}
main{padding-bottom:64px}
a{color:var(--accent);text-decoration:none}a:hover{text-decoration:underline}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:4px}
h1,h2,h3{line-height:1.25;margin:0}
h2{font-size:17px;margin:36px 0 12px}
h2 small{font-weight:400;color:var(--dim);margin-left:6px}
code,pre,.lines,.mono{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:12.5px}
pre{margin:0;padding:10px 12px;background:var(--soft);border-radius:6px;white-space:pre-wrap;overflow-wrap:anywhere;max-height:28rem;overflow:auto}
.bar{position:sticky;top:0;z-index:2;background:var(--card);border-bottom:1px solid var(--line)}
.bar>div{display:flex;align-items:center;gap:18px;height:52px}
.bar b{white-space:nowrap}.bar nav{display:flex;gap:14px;overflow:auto;flex:1;white-space:nowrap}
.bar nav a{color:var(--dim)}
.find{position:relative}
.find input{font:inherit;color:inherit;background:var(--soft);border:1px solid var(--line);border-radius:6px;padding:5px 10px;width:290px;max-width:40vw}
.find output{position:absolute;right:10px;top:6px;color:var(--dim);font-size:12px;pointer-events:none}
.card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:16px 18px}
.verdict{margin-top:24px;border-left:6px solid;padding:20px 22px}
.verdict h1{font-size:22px;display:flex;gap:12px;overflow-wrap:anywhere}
.verdict p{margin:6px 0 0;color:var(--dim)}
.verdict.passed{border-left-color:var(--passed);background:var(--passed-bg)}
.verdict.failed{border-left-color:var(--failed);background:var(--failed-bg)}
.verdict.broken{border-left-color:var(--broken);background:var(--broken-bg)}
.verdict.skipped{border-left-color:var(--skipped);background:var(--skipped-bg)}
.passed>.sym,.sym.passed,h1 .passed{color:var(--passed)}.failed>.sym,.sym.failed,h1 .failed{color:var(--failed)}
.broken>.sym,.sym.broken,h1 .broken{color:var(--broken)}.skipped>.sym,.sym.skipped,h1 .skipped{color:var(--skipped)}
.sym{font-weight:700;display:inline-block;width:1.2em}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(128px,1fr));gap:12px;margin-top:14px}
.tile{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:10px 14px}
.tile b{display:block;font-size:21px;font-variant-numeric:tabular-nums;line-height:1.3}
.tile b small{font-size:14px;font-weight:400;color:var(--dim)}
.tile span,.dim{color:var(--dim)}.tile span{font-size:12.5px}
.note{margin-top:12px;border-left:4px solid var(--broken)}
.failure{margin-top:12px;border-left:4px solid var(--failed)}
.failure.broken{border-left-color:var(--broken)}
.failure h3{font-size:15px}
.failure p{margin:4px 0 10px;overflow-wrap:anywhere}
.failure p:last-child{margin-bottom:0}
.diff{display:grid;grid-template-columns:max-content 1fr;gap:4px 12px;align-items:start;margin-bottom:8px}
.diff>span{color:var(--dim);font-size:12.5px;padding-top:9px}
.lines-diff del{color:var(--failed);text-decoration:none}.lines-diff ins{color:var(--passed);text-decoration:none}
svg.cost{display:block;width:100%;min-width:80px;height:8px}svg.cost rect{fill:var(--accent);opacity:.7}
.diff pre{padding:8px 10px;border-left:3px solid var(--passed)}.diff pre.got{border-left-color:var(--failed)}
.gantt{display:grid;grid-template-columns:minmax(90px,220px) 1fr;gap:5px 14px;align-items:center}
.gantt .label{overflow:hidden;text-overflow:ellipsis;white-space:nowrap;font-size:13px}
.gantt .label.sub{padding-left:14px;color:var(--dim)}
.gantt svg{display:block;width:100%;height:16px;background:var(--soft);border-radius:4px}
.gantt .axis{display:flex;justify-content:space-between;color:var(--dim);font-size:11.5px;font-variant-numeric:tabular-nums}
.legend{display:flex;flex-wrap:wrap;gap:4px 16px;margin-top:12px;color:var(--dim);font-size:12px}
.legend svg{width:12px;height:12px;vertical-align:-1px;margin-right:5px;border-radius:2px}
.f-passed{fill:var(--passed)}.f-failed{fill:var(--failed)}.f-broken{fill:var(--broken)}.f-skipped{fill:var(--skipped)}
.f-build{fill:#9aa7b5}.f-start{fill:#e0a53a}.f-ready{fill:#6f9be8}.f-stop{fill:#b79bd6}
.servers{display:grid;grid-template-columns:repeat(auto-fill,minmax(340px,1fr));gap:14px}
.server h3{font-size:16px;display:flex;gap:8px;align-items:baseline;overflow-wrap:anywhere}
.server h3 .pill{margin-left:auto}
.pill{font-size:11.5px;font-weight:500;border-radius:99px;padding:1px 9px;background:var(--soft);color:var(--dim);white-space:nowrap}
.pill.passed{background:var(--passed-bg);color:var(--passed)}.pill.failed,.pill.error{background:var(--failed-bg);color:var(--failed)}
.pill.broken,.pill.warning{background:var(--broken-bg);color:var(--broken)}
.server .what{color:var(--dim);font-size:12.5px;margin:2px 0 12px;overflow-wrap:anywhere}
.facts{display:grid;grid-template-columns:repeat(3,1fr);gap:8px;margin:0 0 12px}
.facts div{min-width:0}.facts dt{color:var(--dim);font-size:11.5px}.facts dd{margin:0;font-weight:600;font-variant-numeric:tabular-nums}
.chart{margin:10px 0 0}
.chart figcaption{display:flex;justify-content:space-between;font-size:12px;color:var(--dim)}
.chart figcaption b{font-weight:600;color:var(--ink)}
.chart svg{display:block;width:100%;height:54px;background:var(--soft);border-radius:5px;margin-top:3px}
.memory .area{fill:var(--memory);opacity:.18}.memory .line{stroke:var(--memory)}
.cpu .area{fill:var(--cpu);opacity:.18}.cpu .line{stroke:var(--cpu)}
.line{fill:none;stroke-width:1.6;vector-effect:non-scaling-stroke;stroke-linejoin:round}
.limit{stroke:var(--failed);stroke-width:1;stroke-dasharray:4 3;vector-effect:non-scaling-stroke}
details>summary{cursor:pointer}
.server details{margin-top:10px;font-size:13px}.server details summary{color:var(--dim)}
table{border-collapse:collapse;width:100%;font-size:13px}
th{text-align:left;font-weight:500;color:var(--dim)}
th,td{padding:5px 10px 5px 0;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
td.num,th.num{text-align:right;font-variant-numeric:tabular-nums}
td.word{white-space:nowrap;overflow-wrap:normal}
.wide{overflow-x:auto}
td pre{padding:4px 8px;max-height:14rem}
.scroll{overflow:auto;max-height:20rem}
.scenario{margin-bottom:10px;padding:0}
.scenario>summary{padding:12px 18px;display:flex;gap:8px;align-items:baseline;font-weight:600;list-style:none}
summary::-webkit-details-marker{display:none}
.scenario>summary .end,.step>summary .end{margin-left:auto;color:var(--dim);font-weight:400;font-size:12.5px;white-space:nowrap;font-variant-numeric:tabular-nums}
.scenario>p{margin:0 18px 10px 46px;color:var(--dim)}
.step{border-top:1px solid var(--line)}
.step>summary{padding:8px 18px 8px 32px;display:flex;gap:8px;align-items:baseline;list-style:none}
.step>summary:hover,.scenario>summary:hover{background:var(--soft)}
.step>summary code{overflow-wrap:anywhere}
.step .body{padding:4px 18px 16px 58px;display:grid;gap:10px}
.step .body h4{margin:0 0 3px;font-size:12px;font-weight:500;color:var(--dim)}
.why{overflow-wrap:anywhere}
.lines{list-style:none;margin:8px 0 0;padding:8px 0;background:var(--soft);border-radius:6px;max-height:30rem;overflow:auto}
.lines li{padding:1px 12px 1px 86px;position:relative;white-space:pre-wrap;overflow-wrap:anywhere}
.lines i{position:absolute;left:12px;font-style:normal;color:var(--dim);font-variant-numeric:tabular-nums}
.lines .o{box-shadow:inset 3px 0 var(--accent)}.lines .s::before{content:"→ ";color:var(--accent)}.lines .r::before{content:"← ";color:var(--passed)}
.view{margin-bottom:10px}.view>summary{font-weight:600}.view>summary small{font-weight:400;color:var(--dim);margin-left:8px}
:target{scroll-margin-top:4.5rem}.step:target>summary,.scenario:target>summary,.server:target,.finding:target{background:var(--mark)}
.gone{display:none!important}
footer{margin-top:40px;color:var(--dim);font-size:12.5px}
kbd{font:11px ui-monospace,monospace;border:1px solid var(--line);border-bottom-width:2px;border-radius:4px;padding:0 5px}
@media (max-width:700px){.bar nav{display:none}.verdict h1{font-size:18px}.wide table{min-width:560px}.servers{grid-template-columns:1fr}.find{flex:1}.find input{width:100%;max-width:none}.diff{grid-template-columns:1fr}.gantt{grid-template-columns:84px 1fr}.step .body{padding-left:18px}}
@media print{.bar{display:none}}
`;
