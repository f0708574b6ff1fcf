import type { Localized } from '../../model/locale.js';

export const templates: Localized = {
  'zh-Hans': `---
id: {id}
type: script
title: {title}
lang: zh-Hans
owner: 客服知识组
summary: 客户下单后要改收货地址时用，先核实、再看能不能改、最后约定结果
utterances: [地址填错了能改吗, 帮我改个收货地址, 我搬家了快递别送错]
keywords: [改地址, 收货地址]
channels: [phone, chat]
review_every: 180d
reviewed_on: {today}
placeholders:
  order_id: { type: text, label: 订单号, required: true, example: "D20260001" }
  reply_time: { type: time, label: 答复时间, required: true, example: "18:00" }
---

## 适用场景

客户已下单，想改收货地址或收货时间。包裹已签收的，不用本话术。

<!-- 引用块（行首的 >）里是客户听到或看到的原话，其余文字只给坐席看。 -->
<!-- 下级标题写渠道名（电话、在线、邮件、短信等）就成为该渠道的说法；所有渠道说法相同时，不写下级标题。 -->

## 开场

### 电话

> 您好，这里是客服中心，我是为您服务的客服专员。请问有什么可以帮您？

### 在线

> 您好，我在。请把您要修改的订单号发给我，我马上看。

## 身份核实

<!-- 双花括号是待填项，先在上面的 placeholders 里写明名称、类型和示例。 -->

> 为了不让别人改走您的包裹，我核对一下：订单 {{order_id}} 的收货人姓氏和原地址所在的区，麻烦您说一下。

## 共情

> 地址填错了确实让人着急，您现在告诉我，正好还来得及查。

## 解决方案

> 我查到包裹还没有出库，现在就可以改。请您说一遍新地址，我复述给您听，确认无误再提交。

> 如果包裹已经出库，有两个办法：请快递员改送到新地址，或者先送到附近的自提点由您去取。您看哪个方便？

## 异议处理

### 为什么不能马上告诉我改好了？

> 改送要等配送站确认。我已经提交申请，今天 {{reply_time}} 前把结果回复给您，不用您再来问。

## 结束语

> 跟您确认一下：订单 {{order_id}} 改送新地址，今天 {{reply_time}} 前给您答复。还有别的需要我帮忙吗？感谢您的来电。

## 不要说

| 不要说 | 什么场景 | 换成这样说 |
|---|---|---|
| 肯定能改 | 还没查包裹状态时 | 我先查一下包裹到哪里了 |
| 谁让您填错的 | 客户着急时 | 我来看看现在还能怎么改 |
| 您自己联系快递吧 | 包裹已出库时 | 我来联系配送站，今天给您答复 |

## 升级

<!-- 写清三件事：什么情况、升级给谁、带什么信息。 -->

1. 转主管：配送站 2 小时没有回复，或客户提出投诉。带上订单号、新旧地址所在的区、已等待的时间。
2. 转经理：包裹已送错且价值较高。带上主管的处理记录。

## 转交信息

- 订单号和包裹当前状态
- 客户选择的办法和可以接听电话的时间

## 坐席提示

新地址必须复述一遍。只改收货时间的，不用再次核实原地址。
`,
  'zh-Hant': `---
id: {id}
type: script
title: {title}
lang: zh-Hant
owner: 客服知識組
summary: 客戶下單後要更改收件地址時使用，先核對、再看能不能改、最後約定結果
utterances: [地址填錯了可以改嗎, 幫我改一下收件地址, 我搬家了不要寄到舊地址]
keywords: [改地址, 收件地址]
channels: [phone, chat]
review_every: 180d
reviewed_on: {today}
placeholders:
  order_id: { type: text, label: 訂單編號, required: true, example: "D20260001" }
  reply_time: { type: time, label: 回覆時間, required: true, example: "18:00" }
---

## 適用情境

客戶已下單，想更改收件地址或配送時段。包裹已簽收者，不使用本話術。

<!-- 引用區塊（行首的 >）裡是客戶聽到或看到的原話，其他文字只給客服看。 -->
<!-- 下一層標題寫管道名稱（電話、線上、電子郵件、簡訊等）就是該管道的說法；各管道說法相同時，不必寫下一層標題。 -->

## 開場

### 電話

> 您好，這裡是客服中心，由我為您服務。請問今天需要什麼協助？

### 線上

> 您好，很高興為您服務。請提供要更改的訂單編號，我立刻為您查詢。

## 身分核實

<!-- 雙大括號是待填項，先在上面的 placeholders 寫明名稱、類型和範例。 -->

> 為了避免包裹被他人改寄，想跟您核對：訂單 {{order_id}} 的收件人姓氏，以及原地址在哪一區？

## 同理

> 地址寫錯一定很擔心寄丟，您現在提出來正是時候，我馬上查。

## 解決方案

> 包裹還沒出貨，現在就能更改。請您說一次新地址，我複誦給您聽，確認無誤再送出。

> 如果包裹已經出貨，有兩個方式：請物流士改送新地址，或是先送到附近的取貨點由您領取。您覺得哪一種方便？

## 異議處理

### 為什麼不能現在就確定？

> 改送需要配送站確認。我已經送出申請，今天 {{reply_time}} 以前會回覆您結果，您不用再打來詢問。

## 結束語

> 跟您確認一下，訂單 {{order_id}} 改送新地址，今天 {{reply_time}} 以前回覆您。請問還有其他需要協助的地方嗎？謝謝您的來電。

## 不要說

| 不要說 | 什麼情境 | 改成這樣說 |
|---|---|---|
| 一定可以改 | 還沒查包裹狀態時 | 我先查一下包裹目前在哪裡 |
| 誰叫您填錯 | 客戶著急時 | 我來看看現在還能怎麼改 |
| 請您自己聯絡貨運 | 包裹已出貨時 | 我來聯絡配送站，今天回覆您 |

## 升級

<!-- 寫清楚三件事：什麼情況、升級給誰、帶什麼資訊。 -->

1. 轉主管：配送站 2 小時沒有回覆，或客戶提出客訴。附上訂單編號、新舊地址所在的區、已等候的時間。
2. 轉經理：包裹已送錯且金額較高。附上主管的處理紀錄。

## 轉交資訊

- 訂單編號與包裹目前狀態
- 客戶選擇的方式與方便接電話的時段

## 客服提示

新地址務必複誦一次。只改配送時段者，不必再核對原地址。
`,
  en: `---
id: {id}
type: script
title: {title}
lang: en
owner: Service knowledge team
summary: For customers who want to change the delivery address after ordering
utterances: [Can I change my address, I typed the wrong address, I have moved since I ordered]
keywords: [change address, delivery address]
channels: [phone, chat]
review_every: 180d
reviewed_on: {today}
placeholders:
  order_id: { type: text, label: Order number, required: true, example: "D20260001" }
  reply_time: { type: time, label: Time of our answer, required: true, example: "18:00" }
---

## When to use

The customer has ordered and wants another delivery address or time. Not for parcels that have been signed for.

<!-- A quote (lines that begin with >) is what the customer hears or reads. Everything else is for the agent only. -->
<!-- A subheading that names a channel (Phone, Chat, E-mail, SMS) makes a variant for it. Leave the subheadings out where all channels say the same. -->

## Opening

### Phone

> Hello, you have reached customer service. How can I help you today?

### Chat

> Hello, I am here to help. Please send me the number of the order you want to change.

## Identity check

<!-- Double braces are blanks to fill. Declare each one under placeholders above. -->

> So that nobody else can redirect your parcel, may I check the surname and the district on order {{order_id}}?

## Empathy

> A wrong address is a worry, I know. It is good that you told us now, so let me see how far the parcel is.

## Solution

> The parcel has not left yet, so I can change the address now. Please tell me the new one. I will read it back before I save it.

> If the parcel has already left, there are two ways. The driver can bring it to the new address, or it can wait for you at a pick-up point nearby. Which suits you better?

## Objections

### Why can you not confirm it right away?

> The delivery depot has to agree first. I have sent the request, and you will hear from me by {{reply_time}} today. There is no need to call again.

## Closing

> To sum up, order {{order_id}} goes to the new address, and I will confirm it by {{reply_time}} today. Is there anything else I can do for you? Thank you for getting in touch.

## Do not say

| Do not say | Scene | Say instead |
|---|---|---|
| That is no problem at all | Before looking up the parcel | Let me see where the parcel is |
| You should have checked | The customer is upset | Let me see what we can still change |
| Call the courier yourself | The parcel has left | I will ask the depot and answer you today |

## Escalation

<!-- Say three things: when, to whom, and with what information. -->

1. To the supervisor, when the depot has not answered in 2 hours or the customer complains. Give the order number, both districts and how long the customer has waited.
2. To the manager, when a valuable parcel has gone to the wrong place. Add the supervisor's notes.

## Hand-over data

- Order number and where the parcel is
- The way the customer chose, and when they can take a call

## Notes for the agent

Always read the new address back. If only the time changes, there is no need to check the old address.
`,
};
