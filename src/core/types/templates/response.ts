import type { Localized } from '../../model/locale.js';

export const templates: Localized = {
  'zh-Hans': `---
id: {id}
type: response
title: {title}
lang: zh-Hans
owner: 客服知识组
summary: 客户问资料收到没有时，告知已收到和审核完成的日期
utterances: [我的资料你们收到了吗, 材料审核要多久]
channels: [chat, sms]
review_every: 180d
reviewed_on: {today}
placeholders:
  ticket_id: { type: text, label: 工单号, required: true, example: "T20260001" }
  due_date: { type: date, label: 审核完成日期, required: true, example: "2026-12-01" }
---

## 使用场景

客户提交资料后来问进度，工单里能看到资料已齐全。

## 标准回复

<!-- 只改待填项就能发出。短信要短：中文两条以内，共 134 个字。 -->

### 在线

> 您好，您的资料已经收到，工单号 {{ticket_id}}。我们会在 {{due_date}} 前审核完，结果发到您提交时使用的账号，您不用再来询问。

### 短信

> 您的资料已收到，工单号 {{ticket_id}}，{{due_date}} 前审核完并通知您。

## 注意事项

- 先打开工单，确认资料齐全再发；有缺件时先说明缺什么。
- 日期按工单里的期限填，不要自己估计。

## 不要说

| 不要说 | 什么场景 | 换成这样说 |
|---|---|---|
| 很快就好 | 客户问要多久 | 审核在某日前完成 |
| 我们没看到，您再发一遍 | 还没查工单 | 我先查一下工单，马上回复您 |
`,
  'zh-Hant': `---
id: {id}
type: response
title: {title}
lang: zh-Hant
owner: 客服知識組
summary: 客戶詢問文件是否收到時，告知已收到及審核完成日期
utterances: [我的文件你們收到了嗎, 文件審核要多久]
channels: [chat, sms]
review_every: 180d
reviewed_on: {today}
placeholders:
  ticket_id: { type: text, label: 案件編號, required: true, example: "T20260001" }
  due_date: { type: date, label: 審核完成日期, required: true, example: "2026-12-01" }
---

## 使用情境

客戶送出文件後來詢問進度，且案件中顯示文件已齊全。

## 標準回覆

<!-- 只填待填項就能送出。簡訊要短：中文兩則以內，共 134 個字。 -->

### 線上

> 您好，您的文件我們已經收到，案件編號 {{ticket_id}}。我們會在 {{due_date}} 以前完成審核，結果會通知到您送件時使用的帳號，您不需要再次詢問。

### 簡訊

> 您的文件已收到，案件編號 {{ticket_id}}，{{due_date}} 以前完成審核並通知您。

## 注意事項

- 先開啟案件確認文件齊全再送出；若有缺件，先說明缺哪一份。
- 日期依案件期限填寫，不要自行估計。

## 不要說

| 不要說 | 什麼情境 | 改成這樣說 |
|---|---|---|
| 很快就好 | 客戶問要多久 | 審核會在某日以前完成 |
| 我們沒看到，請再寄一次 | 還沒查案件 | 我先查一下案件，馬上回覆您 |
`,
  en: `---
id: {id}
type: response
title: {title}
lang: en
owner: Service knowledge team
summary: Tells customers that their documents have arrived and when the check is done
utterances: [Have you got my documents, How long does the check take]
channels: [chat, sms]
review_every: 180d
reviewed_on: {today}
placeholders:
  ticket_id: { type: text, label: Ticket number, required: true, example: "T20260001" }
  due_date: { type: date, label: Day the check is done, required: true, example: "2026-12-01" }
---

## When to use

The customer has sent documents and asks how far we are. The ticket shows that nothing is missing.

## Response

<!-- Only the blanks are filled before sending. Keep the SMS variant within two messages, about 300 characters. -->

### Chat

> Hello, your documents have arrived. Your ticket is {{ticket_id}}. We will finish checking them by {{due_date}} and send the result to the account you used, so there is no need to ask again.

### SMS

> Your documents have arrived, ticket {{ticket_id}}. We will finish the check by {{due_date}} and let you know.

## Notes

- Open the ticket first. If a document is missing, say which one instead of sending this.
- Take the date from the ticket. Do not estimate it.

## Do not say

| Do not say | Scene | Say instead |
|---|---|---|
| It will be quick | The customer asks how long | The check is done by this date |
| We have nothing, send it again | Before looking at the ticket | Let me look at your ticket first |
`,
};
