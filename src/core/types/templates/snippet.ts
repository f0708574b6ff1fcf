import type { Localized } from '../../model/locale.js';

export const templates: Localized = {
  'zh-Hans': `---
id: {id}
type: snippet
title: {title}
lang: zh-Hans
owner: 客服知识组
summary: 通话录音告知，放在电话话术的开场之后
channels: [phone]
review_every: 180d
reviewed_on: {today}
---

<!-- 片段不分章节，只写要嵌入的内容。在别的手册里另起一行写 ::include{id=片段编号} 就会显示在那里；改这里，所有引用处一起更新。 -->

> 为了服务质量，本次通话会被录音，只用于核对和改进服务。您可以继续说您的问题了。
`,
  'zh-Hant': `---
id: {id}
type: snippet
title: {title}
lang: zh-Hant
owner: 客服知識組
summary: 通話錄音告知，放在電話話術的開場之後
channels: [phone]
review_every: 180d
reviewed_on: {today}
---

<!-- 片段不分章節，只寫要嵌入的內容。在其他手冊裡另起一行寫 ::include{id=片段編號} 就會顯示在那裡；改這裡，所有引用處一起更新。 -->

> 為了維護服務品質，本次通話將會錄音，僅供核對與改善服務使用。請您說明需要協助的事項。
`,
  en: `---
id: {id}
type: snippet
title: {title}
lang: en
owner: Service knowledge team
summary: Notice that the call is recorded, said after the opening of a call
channels: [phone]
review_every: 180d
reviewed_on: {today}
---

<!-- A snippet has no sections, only the text to embed. Write ::include{id=its-id} on a line of its own in another playbook to show it there. Change it here and every such place changes. -->

> This call is recorded so that we can check what was agreed and improve our service. Please go ahead and tell me what you need.
`,
};
