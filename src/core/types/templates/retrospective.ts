import type { Localized } from '../../model/locale.js';

export const templates: Localized = {
  'zh-Hans': `---
id: {id}
type: retrospective
title: {title}
lang: zh-Hans
owner: 客服运营组
summary: 活动短信价格写错，引来大量咨询：原因、措施和要改的手册
incident_date: {today}
tags: [复盘]
review_every: 180d
reviewed_on: {today}
---

## 事件概述

一条群发的活动短信把每月 59 元写成 39 元，客户按 39 元要求办理。当天发出更正短信并为已咨询的客户登记。

## 时间线

| 时间 | 发生了什么 | 谁做的 |
|---|---|---|
| 09:00 | 群发活动短信 | 客服专员 |
| 09:20 | 排队翻倍，抽听发现价格写错 | 主管 |
| 09:45 | 统一口径，停止后续批次 | 经理 |
| 11:00 | 发出更正短信 | 经理 |

## 影响

约 12000 名客户收到错误短信，430 人来电，16 人投诉，补偿合计 1800 元。

## 做得好的

- 20 分钟内抽听来电，找到共同原因
- 后续批次当即停发，影响没有扩大

## 五个为什么

<!-- 一层一个“为什么”，往里缩进两格，问到能改的根因为止。 -->

- 为什么客户要求 39 元？短信里的价格写错了。
  - 为什么会写错？价格是从上一次活动的短信里复制来的。
    - 为什么没有查出来？发送前只有写的人自己看过。
      - 为什么没有第二个人看？群发不在必须复核的清单里。
        - 为什么不在清单里？清单三年没有更新，那时没有群发业务。

## 鱼骨图

<!-- 第一层固定四类，第二层写原因。 -->

- 人员
  - 当天由新同事代班
- 流程
  - 群发短信没有双人复核
- 系统
  - 发送页面不提示价格与活动资料不一致
- 外部
  - 活动开始前一天才确定价格

## 改进措施

| 措施 | 负责人 | 期限 |
|---|---|---|
| 群发短信列入双人复核清单 | 主管 | {today} |
| 短信里的价格改为从活动资料取值 | 经理 | {today} |

## 需修订的手册

<!-- 写成链接，例如在双方括号里写手册编号；写明改什么。 -->

- 群发短信的发送规定：增加双人复核
- 活动咨询话术：增加价格更正的说法
`,
  'zh-Hant': `---
id: {id}
type: retrospective
title: {title}
lang: zh-Hant
owner: 客服營運組
summary: 活動簡訊價格寫錯，引來大量詢問：原因、措施與要改的手冊
incident_date: {today}
tags: [覆盤]
review_every: 180d
reviewed_on: {today}
---

## 事件概述

一則大量發送的活動簡訊把每月 59 元寫成 39 元，客戶要求依 39 元辦理。當天發出更正簡訊，並為已詢問的客戶登記。

## 時間線

| 時間 | 發生什麼 | 誰處理 |
|---|---|---|
| 09:00 | 發送活動簡訊 | 客服專員 |
| 09:20 | 等候人數加倍，抽聽後發現價格寫錯 | 主管 |
| 09:45 | 統一說法，停止後續批次 | 經理 |
| 11:00 | 發出更正簡訊 | 經理 |

## 影響

約 12000 位客戶收到錯誤簡訊，430 人來電，16 件客訴，補償合計 1800 元。

## 做得好的

- 20 分鐘內抽聽來電，找到共同原因
- 後續批次立即停發，影響沒有擴大

## 五個為什麼

<!-- 一層一個「為什麼」，往內縮兩格，問到可以改的根因為止。 -->

- 為什麼客戶要求 39 元？簡訊裡的價格寫錯了。
  - 為什麼會寫錯？價格是從上一次活動的簡訊複製來的。
    - 為什麼沒有檢查出來？發送前只有撰寫的人自己看過。
      - 為什麼沒有第二個人看？大量發送不在必須覆核的清單裡。
        - 為什麼不在清單裡？清單三年沒有更新，當時還沒有這項業務。

## 魚骨圖

<!-- 第一層固定四類，第二層寫原因。 -->

- 人員
  - 當天由新同事代班
- 流程
  - 大量簡訊沒有雙人覆核
- 系統
  - 發送頁面不提示價格與活動資料不一致
- 外部
  - 活動開始前一天才確定價格

## 改進措施

| 措施 | 負責人 | 期限 |
|---|---|---|
| 大量簡訊列入雙人覆核清單 | 主管 | {today} |
| 簡訊裡的價格改由活動資料帶入 | 經理 | {today} |

## 需修訂的手冊

<!-- 寫成連結，例如在雙方括號裡寫手冊編號；寫明改什麼。 -->

- 大量簡訊的發送規定：增加雙人覆核
- 活動詢問話術：增加價格更正的說法
`,
  en: `---
id: {id}
type: retrospective
title: {title}
lang: en
owner: Service operations
summary: A campaign SMS carried a wrong price and brought many calls, with causes, actions and playbooks to change
incident_date: {today}
tags: [retrospective]
review_every: 180d
reviewed_on: {today}
---

## Summary

A campaign SMS said 39 yuan a month instead of 59. Customers asked for 39. A correction went out the same day, and everyone who had called was put on a list.

## Timeline

| Time | What happened | Who acted |
|---|---|---|
| 09:00 | Campaign SMS sent | Agent |
| 09:20 | Queue doubled; listening to calls showed the wrong price | Supervisor |
| 09:45 | One answer agreed, later batches stopped | Manager |
| 11:00 | Correction sent | Manager |

## Impact

About 12,000 customers got the wrong SMS, 430 called, 16 complained, and 1,800 yuan were paid in credit.

## What went well

- The common cause was found in 20 minutes by listening to calls
- Later batches were stopped at once, so the harm did not grow

## Five whys

<!-- One why a level, indented by two spaces, until you reach a cause you can change. -->

- Why did customers ask for 39 yuan? The price in the SMS was wrong.
  - Why was it wrong? It was copied from the previous campaign.
    - Why was it not noticed? Only the writer read it before sending.
      - Why did nobody else read it? Bulk messages are not on the list of things that need a second reader.
        - Why are they not on the list? It is three years old, from before we sent any.

## Fishbone

<!-- The first level is always these four. Causes go below them. -->

- People
  - A new colleague stood in that day
- Process
  - Bulk messages had no second reader
- System
  - The sending page does not compare prices with the campaign data
- External
  - The price was settled only the day before

## Actions

| Action | Owner | Due |
|---|---|---|
| Put bulk messages on the second-reader list | Supervisor | {today} |
| Take prices in messages from the campaign data | Manager | {today} |

## Playbooks to change

<!-- Make each a link, for instance its id in double square brackets, and say what to change. -->

- Rules for sending bulk messages, add the second reader
- Script for campaign questions, add how to correct a price
`,
};
