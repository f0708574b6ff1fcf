import type { Localized } from '../../model/locale.js';

export const templates: Localized = {
  'zh-Hans': `---
id: {id}
type: policy
title: {title}
lang: zh-Hans
owner: 客服知识组
authority: 客服总监
summary: 上门安装改期的次数、期限和补偿
keywords: [安装改期, 上门时间]
channels: [phone, chat]
review_every: 180d
reviewed_on: {today}
placeholders:
  new_date: { type: date, label: 新的上门日期, required: true, example: "2026-12-01" }
---

## 适用范围

适用于已预约上门安装、还没有开始施工的个人客户。企业客户按合同约定。

## 政策内容

- 客户可以提前改期，不收费。
- 因我方原因不能按时上门的，由我方主动联系客户改期并补偿。
- 师傅已到场而客户不在的，算作使用一次改期。

## 金额与期限

<!-- 金额和期限集中写在这张表里，话术引用它，不要另写一个数。 -->

| 项目 | 数值 |
|---|---|
| 免费改期次数 | 2 次 |
| 最晚提出时间 | 上门前 24 小时 |
| 我方爽约补偿 | 50 元话费 |

## 审批权限

| 角色 | 可以批准 |
|---|---|
| 客服专员 | 2 次以内改期；我方爽约补偿 50 元以内 |
| 主管 | 第 3 次改期；补偿 200 元以内 |
| 经理 | 补偿 1000 元以内 |
| 总监 | 超过 1000 元 |

## 例外情形

- 台风、停电等无法施工的，改期不计次数。
- 同一地址三次无人在家的，先由主管联系客户再安排。

## 对客说明

> 您的安装可以免费改到 {{new_date}}。如果之后还有变化，请在上门前 24 小时告诉我们，还可以再改一次。

## 不要说

| 不要说 | 什么场景 | 换成这样说 |
|---|---|---|
| 想改几次都行 | 客户问次数 | 可以免费改两次，之后我请主管来看 |
| 师傅明天肯定到 | 还没有排班 | 我先看排班，再跟您约时间 |
`,
  'zh-Hant': `---
id: {id}
type: policy
title: {title}
lang: zh-Hant
owner: 客服知識組
authority: 客服總監
summary: 到府安裝改期的次數、期限與補償
keywords: [安裝改期, 到府時間]
channels: [phone, chat]
review_every: 180d
reviewed_on: {today}
placeholders:
  new_date: { type: date, label: 新的到府日期, required: true, example: "2026-12-01" }
---

## 適用範圍

適用於已預約到府安裝、尚未施工的個人客戶。企業客戶依合約約定。

## 政策內容

- 客戶可提前改期，不收費用。
- 因我方原因無法準時到府時，由我方主動聯絡客戶改期並補償。
- 師傅已到場而客戶不在家，視為使用一次改期。

## 金額與期限

<!-- 金額與期限集中寫在這張表，話術引用它，不要另寫一個數字。 -->

| 項目 | 數值 |
|---|---|
| 免費改期次數 | 2 次 |
| 最晚提出時間 | 到府前 24 小時 |
| 我方失約補償 | 50 元電信費折抵 |

## 核准權限

| 角色 | 可核准 |
|---|---|
| 客服專員 | 2 次以內改期；我方失約補償 50 元以內 |
| 主管 | 第 3 次改期；補償 200 元以內 |
| 經理 | 補償 1000 元以內 |
| 總監 | 超過 1000 元 |

## 例外情形

- 颱風、停電等無法施工時，改期不計次數。
- 同一地址三次無人在家，先由主管聯絡客戶再安排。

## 對客說明

> 您的安裝可以免費改到 {{new_date}}。之後若再有變動，請在到府前 24 小時告訴我們，還可以再改一次。

## 不要說

| 不要說 | 什麼情境 | 改成這樣說 |
|---|---|---|
| 要改幾次都可以 | 客戶詢問次數 | 可以免費改兩次，之後我請主管協助 |
| 師傅明天一定到 | 尚未排班 | 我先查排班，再跟您約時間 |
`,
  en: `---
id: {id}
type: policy
title: {title}
lang: en
owner: Service knowledge team
authority: Director of customer service
summary: How often and until when an installation visit may be moved, and what we owe if we miss it
keywords: [reschedule, installation visit]
channels: [phone, chat]
review_every: 180d
reviewed_on: {today}
placeholders:
  new_date: { type: date, label: New day of the visit, required: true, example: "2026-12-01" }
---

## Scope

For private customers whose installation is booked and has not begun. Business customers follow their contract.

## Rules

- Customers may move a visit in good time, free of charge.
- If we cannot come, we call the customer ourselves, agree a new day and make it good.
- If nobody is at home when the fitter comes, it counts as one move.

## Amounts and deadlines

<!-- Keep amounts and deadlines in this one table. Scripts refer to it and never carry figures of their own. -->

| Item | Value |
|---|---|
| Free moves | 2 |
| Latest notice | 24 hours before the visit |
| Credit when we miss a visit | 50 yuan |

## Authority

| Role | May grant |
|---|---|
| Agent | Two moves; credit up to 50 yuan |
| Supervisor | A third move; credit up to 200 yuan |
| Manager | Credit up to 1,000 yuan |
| Director | Anything above 1,000 yuan |

## Exceptions

- Storms and power cuts do not count as a move.
- After three visits to a closed door, the supervisor calls before another one is booked.

## Wording for customers

> We can move your installation to {{new_date}} free of charge. If anything changes, tell us 24 hours before the visit and we can move it once more.

## Do not say

| Do not say | Scene | Say instead |
|---|---|---|
| Change it as often as you like | The customer asks how often | Two moves are free, after that I ask my supervisor |
| The fitter will be there tomorrow | No visit is booked yet | Let me look at the plan and agree a time with you |
`,
};
