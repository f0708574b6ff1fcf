import type { Localized } from '../../model/locale.js';

export const templates: Localized = {
  'zh-Hans': `---
id: {id}
type: article
title: {title}
lang: zh-Hans
owner: 产品知识组
summary: 呼叫转移怎么开、怎么关、怎么收费
function: 呼叫转移
utterances: [怎么把电话转到另一个号码, 呼叫转移怎么关]
keywords: [呼叫转移, 来电转接]
channels: [phone, chat]
review_every: 180d
reviewed_on: {today}
---

## 问题

客户想在不方便接听时，把来电转到另一个号码。

## 解答

<!-- 第一句就回答，细节放在后面。 -->

手机设置里就能开通和关闭，不用申请。转出去的那一段通话按主叫计入套餐分钟数。

## 操作步骤

1. 打开手机“设置”，进入“电话”。
2. 点“呼叫转移”，选择转移的情形：全部来电、无人接听或遇忙。
3. 输入要转到的号码，保存。
4. 用另一部手机拨打试一次，确认能转过去。

## 对客话术

> 您在手机设置的“电话”里打开“呼叫转移”，填上要转到的号码就可以了。要提醒您，转出去的通话会占用套餐里的分钟数。

## 常见问题

### 关掉以后还在转，怎么办？

请客户重启手机再试；仍在转的，登记工单，由后台取消。

### 在国外能用吗？

能用，但转移会产生漫游费，建议出国前关闭。
`,
  'zh-Hant': `---
id: {id}
type: article
title: {title}
lang: zh-Hant
owner: 產品知識組
summary: 來電轉接怎麼開、怎麼關、怎麼計費
function: 來電轉接
utterances: [怎麼把電話轉到另一個號碼, 來電轉接怎麼取消]
keywords: [來電轉接, 指定轉接]
channels: [phone, chat]
review_every: 180d
reviewed_on: {today}
---

## 問題

客戶想在不方便接聽時，把來電轉到另一個號碼。

## 解答

<!-- 第一句就回答，細節放在後面。 -->

在手機設定裡就能開啟和關閉，不必申請。轉出去的那一段通話，由方案的通話分鐘數計費。

## 操作步驟

1. 開啟手機「設定」，進入「電話」。
2. 點選「來電轉接」，選擇轉接的情形：所有來電、無人接聽或忙線中。
3. 輸入要轉接的號碼並儲存。
4. 用另一支手機撥打一次，確認有轉過去。

## 對客話術

> 請在手機設定的「電話」裡開啟「來電轉接」，填入要轉接的號碼就完成了。提醒您，轉出去的通話會使用方案裡的分鐘數。

## 常見問題

### 關閉後還是一直轉接，怎麼辦？

請客戶重新開機再試；若仍在轉接，開立案件由後台取消。

### 在國外可以用嗎？

可以，但轉接會產生漫遊費，建議出國前關閉。
`,
  en: `---
id: {id}
type: article
title: {title}
lang: en
owner: Product knowledge team
summary: How to switch call forwarding on and off, and what it costs
function: Call forwarding
utterances: [How do I forward calls to another number, How do I stop forwarding]
keywords: [call forwarding, divert calls]
channels: [phone, chat]
review_every: 180d
reviewed_on: {today}
---

## Question

The customer wants calls to go to another number while they cannot answer.

## Answer

<!-- Answer in the first sentence. Details come after it. -->

It is switched on and off in the phone's settings; nothing has to be ordered. The forwarded part of a call uses minutes of the plan.

## Procedure

1. Open Settings on the phone and go to Phone.
2. Choose Call forwarding and when to forward, which is always, when unanswered or when busy.
3. Enter the number that should ring, and save.
4. Call from another phone once to see that it works.

## Wording

> In your phone's settings, open Phone, then Call forwarding, and enter the number that should ring. Please note that forwarded calls use minutes of your plan.

## Frequent questions

### It still forwards after switching it off. What now?

Ask the customer to restart the phone. If it still forwards, open a ticket so that the back office removes it.

### Does it work abroad?

Yes, but forwarding then costs roaming fees. Suggest switching it off before the trip.
`,
};
