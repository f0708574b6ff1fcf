import type { Localized } from '../../model/locale.js';

export const templates: Localized = {
  'zh-Hans': `---
id: {id}
type: case
title: {title}
lang: zh-Hans
owner: 质检培训组
summary: 安装师傅没按时来，客户请假白等，专员当通电话约定新时间并补偿
channel: phone
channels: [phone]
skills: [倾听, 给出选择, 兑现承诺]
review_every: 180d
reviewed_on: {today}
---

## 案例背景

<!-- 不写姓名、电话、地址。写客户的处境、诉求和时间。 -->

客户为了等宽带安装请了半天假，师傅没有来，也没有人联系。客户来电时要求退订。

## 对话实录

<!-- 只摘关键的几句，写清是谁说的。 -->

**客户**：我请了半天假，一个人影都没见到，你们退订吧。

> **客服专员**：您请了假在家等，我们没来也没说一声，换成我也会生气。退订我可以办，办之前您愿意听我说两个办法吗？

**客户**：你说。

> **客服专员**：一个是今晚七点师傅下班后专程来一趟，您不用再请假；另一个是周六上午您定时间。无论选哪个，今天的事给您补 50 元话费。

**客户**：那今晚吧，别再放我鸽子。

> **客服专员**：好，今晚七点。六点我先给您打电话，告诉您师傅出发了没有。

## 亮点分析

- 先承认对方的损失，没有解释，情绪当即缓和
- 不拒绝退订，先给两个可选的办法，让客户自己决定
- 把“别放鸽子”变成一个可以核对的动作：六点来电

## 结果

师傅当晚装好，客户没有退订，回访打了满分。补偿 50 元在客服专员权限之内。

## 可复用做法

- 爽约来电先说出客户的损失，再谈安排
- 新约定要配一个出发前的来电

## 评分标准

| 评分项 | 分值 |
|---|---|
| 先说出客户的损失 | 30 |
| 给出两个以上可行的办法 | 40 |
| 约定可以核对的下一步 | 30 |

## 测验

<!-- 每题一个三级标题；选项写成任务列表，正确的打 x；最后写解析。 -->

### 客户要求退订时，第一句说什么？

- [ ] 退订要交违约金
- [x] 说出客户白等的损失，并表示理解
- [ ] 请客户联系安装部门

解析：情绪没有被接住时，任何方案都听不进去。
`,
  'zh-Hant': `---
id: {id}
type: case
title: {title}
lang: zh-Hant
owner: 質檢培訓組
summary: 安裝師傅未準時到府，客戶請假空等，專員在同一通電話約定新時間並補償
channel: phone
channels: [phone]
skills: [傾聽, 提供選擇, 兌現承諾]
review_every: 180d
reviewed_on: {today}
---

## 案例背景

<!-- 不寫姓名、電話、地址。寫客戶的處境、訴求和時間。 -->

客戶為了等寬頻安裝請了半天假，師傅沒來，也沒有人聯絡。客戶來電時要求退租。

## 對話實錄

<!-- 只摘關鍵的幾句，寫清楚是誰說的。 -->

**客戶**：我請了半天假，連個人影都沒看到，幫我退租。

> **客服專員**：您請假在家等，我們沒到也沒先通知，換作是我也會生氣。退租我可以辦理，在那之前，願不願意聽我說兩個方式？

**客戶**：你說。

> **客服專員**：一個是今晚七點師傅專程過去，您不必再請假；另一個是星期六上午由您指定時間。不論選哪一個，今天的事都補您 50 元電信費折抵。

**客戶**：那就今晚，不要再放我鴿子。

> **客服專員**：好的，今晚七點。六點我會先打給您，告訴您師傅出發了沒有。

## 亮點分析

- 先承認客戶的損失，不急著解釋，情緒當下就緩和
- 不拒絕退租，先給兩個選擇，讓客戶自己決定
- 把「不要放鴿子」變成可以核對的動作：六點來電

## 結果

師傅當晚裝好，客戶沒有退租，回訪給了滿分。補償 50 元在客服專員權限之內。

## 可複用做法

- 失約來電先說出客戶的損失，再談安排
- 新的約定要搭配出發前的來電

## 評分標準

| 評分項目 | 分數 |
|---|---|
| 先說出客戶的損失 | 30 |
| 提供兩個以上可行的方式 | 40 |
| 約定可以核對的下一步 | 30 |

## 測驗

<!-- 每題一個三級標題；選項寫成任務清單，正確的打 x；最後寫解析。 -->

### 客戶要求退租時，第一句該說什麼？

- [ ] 退租要付違約金
- [x] 說出客戶空等的損失，並表示理解
- [ ] 請客戶聯絡安裝部門

解析：情緒沒有被接住時，任何方案都聽不進去。
`,
  en: `---
id: {id}
type: case
title: {title}
lang: en
owner: Quality and training
summary: A fitter did not come; in one call the agent agreed a new visit and made it good
channel: phone
channels: [phone]
skills: [listening, offering choices, keeping promises]
review_every: 180d
reviewed_on: {today}
---

## Background

<!-- No names, numbers or addresses. Give the customer's situation, request and time. -->

The customer took half a day off for a broadband installation. Nobody came and nobody called. They now want to cancel.

## Dialogue

<!-- Only the decisive lines. Say who speaks. -->

**Customer:** I took half a day off and saw nobody. Cancel it.

> **Agent:** You stayed at home for us, and we neither came nor called. I would be angry too. I can cancel it for you. Before I do, may I offer you two other ways?

**Customer:** Go on.

> **Agent:** The fitter can come specially at seven tonight, so you need no more time off. Or you choose a time on Saturday morning. Either way, there is a credit of 50 yuan for today.

**Customer:** Tonight, then. Do not let me down again.

> **Agent:** Seven tonight it is. I will call you at six to tell you whether the fitter has set out.

## What was done well

- Named the customer's loss before explaining anything, and the anger eased
- Did not refuse to cancel, but offered two ways and left the choice to the customer
- Turned "do not let me down" into something that can be checked, the call at six

## Result

The line was fitted that night, the customer stayed and gave top marks in the follow-up. The credit of 50 yuan was within the agent's authority.

## Takeaways

- After a missed visit, name the loss first and plan second
- Back every new appointment with a call before setting out

## Scoring rubric

| What is scored | Points |
|---|---|
| Names the customer's loss first | 30 |
| Offers two or more workable ways | 40 |
| Agrees a next step that can be checked | 30 |

## Quiz

<!-- One third-level heading a question. Options are a task list with an x in the right ones. The explanation comes last. -->

### The customer wants to cancel. What comes first?

- [ ] Say that leaving early costs a fee
- [x] Name the time the customer lost and show that you understand
- [ ] Ask the customer to call the installation team

Explanation: nobody listens to a plan before they have been heard.
`,
};
