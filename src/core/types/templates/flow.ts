import type { Localized } from '../../model/locale.js';

export const templates: Localized = {
  'zh-Hans': `---
id: {id}
type: flow
title: {title}
lang: zh-Hans
owner: 客服知识组
summary: 客户登录不了账号时，一步步问清原因并处理
utterances: [账号登录不上, 收不到验证码, 提示账号被锁]
channels: [phone, chat]
review_every: 180d
reviewed_on: {today}
---

## 适用场景

客户说账号登录不上。系统大面积故障时不走本流程，先看公告。

## 流程

<!-- 每个三级标题是一个节点，标题就是要问的问题，第一个是起点。 -->
<!-- 每个答案是一条链接，指向下一个节点：井号后面写那个标题的文字，去掉标点，空格换成短横线，字母小写。 -->
<!-- 走到头的节点写清怎么做，再写结果：resolved 已解决、escalated 已升级、callback 待回访。 -->

### 登录时看到什么提示？

- [密码错误](#还能收到验证码吗)
- [账号已锁定](#是本人操作造成的吗)
- [没有提示，页面打不开](#换一个网络能打开吗)

### 还能收到验证码吗？

- [能收到](#请客户重设密码)
- [收不到](#登记并安排回访)

### 是本人操作造成的吗？

- [是，连续输错密码](#请客户重设密码)
- [不是，怀疑被盗用](#转主管冻结账号)

### 换一个网络能打开吗？

- [能打开](#说明原因并结束)
- [还是打不开](#登记并安排回访)

### 请客户重设密码

请客户在登录页点“忘记密码”，用验证码重设，并在通话中试登录一次。 :outcome[resolved]

### 说明原因并结束

说明是原来的网络不稳定，请客户先用现在的网络，晚些再试。 :outcome[resolved]

### 登记并安排回访

登记设备型号、提示文字和发生时间，约定回访时段。 :outcome[callback]

### 转主管冻结账号

先请客户不要再登录，立即转主管冻结账号并保存登录记录。 :outcome[escalated]

## 升级

怀疑被盗用的，5 分钟内转主管，带上最近一次正常登录的时间和异常情况；涉及资金的，由主管报经理。

## 坐席提示

不要请客户说出密码或验证码。
`,
  'zh-Hant': `---
id: {id}
type: flow
title: {title}
lang: zh-Hant
owner: 客服知識組
summary: 客戶無法登入帳號時，逐步問清原因並處理
utterances: [帳號登不進去, 收不到驗證碼, 顯示帳號被鎖定]
channels: [phone, chat]
review_every: 180d
reviewed_on: {today}
---

## 適用情境

客戶表示帳號無法登入。系統大規模異常時不走本流程，先看公告。

## 流程

<!-- 每個三級標題是一個節點，標題就是要問的問題，第一個是起點。 -->
<!-- 每個答案是一條連結，連到下一個節點：井字號後面寫那個標題的文字，去掉標點，空格改成連字號，字母小寫。 -->
<!-- 走到底的節點寫清楚怎麼做，再寫結果：resolved 已解決、escalated 已升級、callback 待回電。 -->

### 登入時看到什麼訊息？

- [密碼錯誤](#還收得到驗證碼嗎)
- [帳號已鎖定](#是本人操作造成的嗎)
- [沒有訊息，頁面打不開](#換一個網路打得開嗎)

### 還收得到驗證碼嗎？

- [收得到](#請客戶重設密碼)
- [收不到](#登記並安排回電)

### 是本人操作造成的嗎？

- [是，連續輸錯密碼](#請客戶重設密碼)
- [不是，懷疑遭盜用](#轉主管凍結帳號)

### 換一個網路打得開嗎？

- [打得開](#說明原因並結束)
- [還是打不開](#登記並安排回電)

### 請客戶重設密碼

請客戶在登入頁點選「忘記密碼」，以驗證碼重設，並在通話中試登入一次。 :outcome[resolved]

### 說明原因並結束

說明是原本的網路不穩，請客戶先用目前的網路，稍後再試。 :outcome[resolved]

### 登記並安排回電

登記裝置型號、訊息內容與發生時間，約定回電時段。 :outcome[callback]

### 轉主管凍結帳號

先請客戶不要再登入，立即轉主管凍結帳號並保存登入紀錄。 :outcome[escalated]

## 升級

懷疑遭盜用者，5 分鐘內轉主管，附上最近一次正常登入的時間與異常情形；涉及款項者，由主管呈報經理。

## 客服提示

不要請客戶說出密碼或驗證碼。
`,
  en: `---
id: {id}
type: flow
title: {title}
lang: en
owner: Service knowledge team
summary: Finds out why a customer cannot sign in, and what to do about it
utterances: [I cannot sign in, The code never arrives, It says my account is locked]
channels: [phone, chat]
review_every: 180d
reviewed_on: {today}
---

## When to use

The customer cannot sign in. Look at the notices first; during an outage this flow is not used.

## Flow

<!-- Each third-level heading is a node. The heading is the question to ask; the first one is the start. -->
<!-- Each answer is a link to the next node. After the # comes that heading in small letters, with hyphens for spaces and no punctuation. -->
<!-- A node at the end says what to do and then the outcome, which is resolved, escalated or callback. -->

### What does the screen say?

- [Wrong password](#does-the-code-arrive)
- [Account locked](#did-the-customer-cause-it)
- [Nothing, the page does not open](#does-another-network-help)

### Does the code arrive?

- [Yes](#reset-the-password)
- [No](#take-details-and-call-back)

### Did the customer cause it?

- [Yes, several wrong passwords](#reset-the-password)
- [No, it may have been misused](#freeze-the-account)

### Does another network help?

- [Yes](#explain-and-close)
- [No](#take-details-and-call-back)

### Reset the password

The customer chooses Forgot password, sets a new one with the code, and signs in once while you are still talking. :outcome[resolved]

### Explain and close

Explain that the first network is unstable. The customer stays on this one and tries the other later. :outcome[resolved]

### Take details and call back

Write down the device, the message and the time, and agree when we call back. :outcome[callback]

### Freeze the account

Ask the customer not to sign in again. Pass to the supervisor at once, who freezes the account and keeps the sign-in log. :outcome[escalated]

## Escalation

Suspected misuse goes to the supervisor within 5 minutes, with the time of the last normal sign-in and what looks wrong. If money is involved, the supervisor tells the manager.

## Notes

Never ask for a password or a code.
`,
};
