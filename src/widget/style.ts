/** Drawn inside a shadow root: nothing of the page's own leaks in, nothing of this out. */
export const style = `
:host{all:initial!important}
section{--paper:#fbfaf7;--ink:#1d1c1a;--ink-2:#5b5852;--line:#d9d5cc;--theirs:#efece5;--bad:#a3271b;color-scheme:light;
position:fixed;right:16px;bottom:16px;z-index:2147483000;font:15px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:var(--ink)}
@media (prefers-color-scheme:dark){section{--paper:#1f1e1c;--ink:#f1eee8;--ink-2:#b8b3a9;--line:#45423c;--theirs:#302e2a;--bad:#ff9c8f;color-scheme:dark}}
*{box-sizing:border-box;font:inherit;letter-spacing:inherit}
[hidden]{display:none!important}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
h2,p,ol{margin:0;padding:0;list-style:none}
svg{width:22px;height:22px;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round;flex:none}
button{cursor:pointer;border:0;background:none;color:inherit}
:focus-visible{outline:2px solid var(--ink);outline-offset:2px}
a{color:inherit;text-decoration:underline}
.launcher{position:relative;display:grid;place-items:center;width:56px;height:56px;margin-left:auto;border-radius:28px;background:var(--accent);color:var(--on-accent);box-shadow:0 4px 16px #0004}
.badge{position:absolute;top:-4px;right:-4px;min-width:22px;padding:0 6px;border-radius:11px;background:#b3261e;color:#fff;font-size:13px;line-height:22px;font-weight:600;text-align:center}
.panel{display:flex;flex-direction:column;width:min(380px,calc(100vw - 32px));height:min(600px,calc(100vh - 104px));height:min(600px,calc(100dvh - 104px));margin-bottom:12px;overflow:hidden;border:1px solid var(--line);border-radius:12px;background:var(--paper);box-shadow:0 12px 40px #0003}
header{display:flex;align-items:center;gap:8px;padding:12px 8px 12px 16px;background:var(--accent);color:var(--on-accent)}
header div{flex:1;min-width:0}
h2{font-size:16px;font-weight:600;overflow-wrap:anywhere}
header p{font-size:13px}
header button{display:grid;place-items:center;width:40px;height:40px;border-radius:8px}
header button:focus-visible{outline-color:currentColor;outline-offset:-4px}
.banner{padding:8px 16px;border-bottom:1px solid var(--line);font-size:13px;color:var(--ink-2)}
.banner:empty{display:none}
.log{flex:1;min-height:64px;overflow-y:auto;overscroll-behavior:contain;padding:16px}
.log:focus-visible{outline-offset:-4px}
.hello{padding:0 0 12px;overflow-wrap:anywhere;white-space:pre-wrap}
ol{display:flex;flex-direction:column;gap:12px}
li{max-width:85%;align-self:flex-start}
li.visitor{align-self:flex-end;text-align:right}
.text{display:inline-block;padding:8px 12px;border-radius:12px;background:var(--theirs);text-align:left;white-space:pre-wrap;overflow-wrap:anywhere}
.visitor .text{background:var(--accent);color:var(--on-accent)}
.visitor .gone,.gone{background:none;border:1px dashed var(--line);color:var(--ink-2)}
.foot,.hint{font-size:13px;color:var(--ink-2)}
.failed .foot,.error{color:var(--bad);font-size:13px}
.foot button{padding:2px 4px;text-decoration:underline}
form{padding:12px 16px;border-top:1px solid var(--line);max-height:75%;overflow-y:auto}
.before{display:flex;flex-direction:column;gap:8px;padding-bottom:12px}
.field label{display:block;padding-bottom:2px;font-size:14px}
input:not([type=checkbox]),textarea{width:100%;min-height:40px;padding:8px 10px;border:1px solid var(--ink-2);border-radius:8px;background:var(--paper);color:var(--ink);resize:none}
textarea::placeholder{color:var(--ink-2);opacity:1}
[aria-invalid]{border-color:var(--bad)!important}
.consent{display:flex;gap:8px;font-size:14px}
.consent input{flex:none;width:20px;height:20px;margin:1px 0 0;accent-color:var(--accent)}
.write{display:flex;gap:8px;align-items:flex-end}
.send{display:flex;align-items:center;gap:6px;min-height:40px;padding:0 12px;border-radius:8px;background:var(--accent);color:var(--on-accent);font-weight:600;white-space:nowrap}
.before:not([hidden])~.write{flex-direction:column;align-items:stretch}
.send{justify-content:center}
.error:not(:empty){padding-top:8px}
@media (prefers-reduced-motion:no-preference){.launcher{transition:transform .12s}.launcher:hover{transform:scale(1.04)}}
@media (forced-colors:active){.panel,.launcher,.text,.send{border:1px solid}}
`;
