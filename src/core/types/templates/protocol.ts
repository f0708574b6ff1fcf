import type { Localized } from '../../model/locale.js';

export const templates: Localized = {
  'zh-Hans': `---
id: {id}
type: protocol
title: {title}
lang: zh-Hans
owner: 客服运营组
summary: 来电短时间内激增、排队过长时，谁在多久内做什么
incident: other
backup_channel: 在线客服和短信
drill_every: 180d
channels: [phone, chat]
review_every: 180d
reviewed_on: {today}
placeholders:
  cause: { type: text, label: 来电原因, required: true, example: "账单延迟出账" }
  next_update: { type: time, label: 下次更新时间, required: true, example: "15:30" }
---

## 触发条件

- 排队人数连续 10 分钟超过当班坐席数的 3 倍
- 15 分钟接通率低于 60%

## 不触发的情形

- 午休换班造成的 10 分钟以内的排队
- 个别技能组排队，而其他组有空闲：先调人支援

## 分级矩阵

<!-- 第一张表：行是影响，列是紧急程度，格里填优先级，每格都要填。第二张表写每个优先级的时效。 -->

| 影响 \\ 紧急 | 高：仍在上升 | 中：持平 | 低：在回落 |
|---|---|---|---|
| 大：全部热线 | P1 | P2 | P3 |
| 中：一个业务线 | P2 | P3 | P4 |
| 小：一个技能组 | P3 | P4 | P4 |

| 优先级 | 响应时效 | 更新频率 |
|---|---|---|
| P1 | 5 分钟 | 每 15 分钟 |
| P2 | 15 分钟 | 每 30 分钟 |
| P3 | 2 小时 | 每 2 小时 |
| P4 | 24 小时 | 每天 |

## 角色与代理人

| 角色 | 由谁担任 | 代理人 |
|---|---|---|
| 主管 | 当班主管，负责指挥 | 另一班组的主管 |
| 经理 | 客服运营经理，负责调人 | 客服质量经理 |
| 客服专员 | 当班全员，负责接听和记录 | 支援名单上的坐席 |

## 处置步骤

<!-- 每一步写 :owner[角色] 和 :within[时限]，时限用 m 分钟、h 小时、d 天；要记录的数据写 :record[…]。 -->

1. 确认排队数据，判断优先级，在工作群宣布启动。 :owner[主管] :within[5m] :record[启动时间和排队人数]
2. 抽听 5 通来电，找出共同原因。 :owner[主管] :within[10m] :record[来电原因]
3. 播放首次通知，开放在线客服分流。 :owner[主管] :within[15m]
4. 停止培训和外呼，调支援人员上线。 :owner[经理] :within[20m] :record[支援人数]
5. 按通知原文答复客户，登记需要回电的客户。 :owner[客服专员] :within[30m] :record[回电清单]

## 升级

1. 主管报经理：P1，或 30 分钟后接通率仍低于 60%，带上排队数据和来电原因。
2. 经理报总监：2 小时未回落，或来电原因可能引起公开报道，带上影响客户数和已采取的措施。

## 联系人与备用渠道

<!-- 不写个人电话，写职务和在哪里查。 -->

| 联系谁 | 主渠道 | 备用渠道 |
|---|---|---|
| 主管、经理 | 工作群 | 值班表上的电话 |
| 客户 | 热线 | 在线客服和短信 |

## 对客公告

### 首次通知

> 现在来电较多，原因是{{cause}}。您可以改用在线客服，或者留下号码，我们按顺序回电。{{next_update}} 会更新进展。

### 进展更新

> {{cause}}正在处理，排队时间已经缩短。下次更新在 {{next_update}}。

### 长时间未恢复

> 让您久等了，{{cause}}比预计的复杂。已经留号的客户今天都会接到回电，{{next_update}} 再向您说明。

### 恢复通知

> {{cause}}已经处理完，热线恢复正常。给您添麻烦了，很抱歉；还没有接到回电的，请再联系我们。

## 不要说

| 不要说 | 什么场景 | 换成这样说 |
|---|---|---|
| 我们也没办法 | 客户抱怨等待 | 让您等久了，我现在就为您处理 |
| 马上就恢复 | 还不知道何时恢复 | 下次更新的时间是这个点 |
| 大家都在等 | 客户要求优先 | 我先记下您的情况，看能不能提前安排 |

## 需记录的数据

- 每 15 分钟的排队人数和接通率
- 来电原因和各占多少
- 回电清单和完成数

## 结束条件

- 接通率连续 30 分钟在 80% 以上
- 回电清单已经全部分派

## 解除与交接

主管在工作群宣布解除，撤下通知；没有完成的回电交给下一班主管，写明剩余数量。

## 复盘安排

3 天内由主管写复盘，经理审核：原因、时间线、要改的手册。
`,
  'zh-Hant': `---
id: {id}
type: protocol
title: {title}
lang: zh-Hant
owner: 客服營運組
summary: 來電短時間內暴增、等候過久時，誰在多久內做什麼
incident: other
backup_channel: 線上客服與簡訊
drill_every: 180d
channels: [phone, chat]
review_every: 180d
reviewed_on: {today}
placeholders:
  cause: { type: text, label: 來電原因, required: true, example: "帳單延後出帳" }
  next_update: { type: time, label: 下次更新時間, required: true, example: "15:30" }
---

## 觸發條件

- 等候人數連續 10 分鐘超過當班客服人數的 3 倍
- 15 分鐘接通率低於 60%

## 不觸發的情形

- 午休換班造成的 10 分鐘以內的等候
- 只有個別技能組排隊，其他組仍有餘裕：先調人支援

## 分級矩陣

<!-- 第一張表：列是影響，欄是緊急程度，格內填優先級，每格都要填。第二張表寫每個優先級的時效。 -->

| 影響 \\ 緊急 | 高：仍在上升 | 中：持平 | 低：逐漸下降 |
|---|---|---|---|
| 大：全部專線 | P1 | P2 | P3 |
| 中：一個業務線 | P2 | P3 | P4 |
| 小：一個技能組 | P3 | P4 | P4 |

| 優先級 | 回應時效 | 更新頻率 |
|---|---|---|
| P1 | 5 分鐘 | 每 15 分鐘 |
| P2 | 15 分鐘 | 每 30 分鐘 |
| P3 | 2 小時 | 每 2 小時 |
| P4 | 24 小時 | 每天 |

## 角色與代理人

| 角色 | 由誰擔任 | 代理人 |
|---|---|---|
| 主管 | 當班主管，負責指揮 | 另一班組的主管 |
| 經理 | 客服營運經理，負責調人 | 客服品質經理 |
| 客服專員 | 當班全員，負責接聽與記錄 | 支援名單上的客服 |

## 處置步驟

<!-- 每一步寫 :owner[角色] 和 :within[時限]，時限用 m 分鐘、h 小時、d 天；要記錄的資料寫 :record[…]。 -->

1. 確認等候數據，判斷優先級，在工作群組宣布啟動。 :owner[主管] :within[5m] :record[啟動時間與等候人數]
2. 抽聽 5 通來電，找出共同原因。 :owner[主管] :within[10m] :record[來電原因]
3. 播放首次通知，開放線上客服分流。 :owner[主管] :within[15m]
4. 暫停教育訓練與外撥，調支援人力上線。 :owner[經理] :within[20m] :record[支援人數]
5. 依通知原文回覆客戶，登記需要回電的客戶。 :owner[客服專員] :within[30m] :record[回電清單]

## 升級

1. 主管呈報經理：P1，或 30 分鐘後接通率仍低於 60%，附上等候數據與來電原因。
2. 經理呈報總監：2 小時仍未下降，或來電原因可能引起媒體報導，附上受影響客戶數與已採取的措施。

## 聯絡人與備用管道

<!-- 不寫個人電話，寫職務和在哪裡查。 -->

| 聯絡誰 | 主要管道 | 備用管道 |
|---|---|---|
| 主管、經理 | 工作群組 | 值班表上的電話 |
| 客戶 | 客服專線 | 線上客服與簡訊 |

## 對客公告

### 首次通知

> 目前來電較多，原因是{{cause}}。您可以改用線上客服，或留下號碼，我們會依序回電。{{next_update}} 會更新進度。

### 進展更新

> {{cause}}正在處理，等候時間已經縮短。下次更新是 {{next_update}}。

### 長時間未恢復

> 讓您久等了，{{cause}}比預期複雜。已經留下號碼的客戶，今天都會接到回電，{{next_update}} 再向您說明。

### 恢復通知

> {{cause}}已經處理完成，客服專線恢復正常。造成您的不便，非常抱歉；還沒接到回電的客戶，請再與我們聯絡。

## 不要說

| 不要說 | 什麼情境 | 改成這樣說 |
|---|---|---|
| 我們也沒辦法 | 客戶抱怨等候 | 讓您久等了，我現在就為您處理 |
| 馬上就會好 | 還不知道何時恢復 | 下次更新是這個時間 |
| 大家都在等 | 客戶要求優先 | 我先記下您的情況，看能不能提前安排 |

## 需記錄的資料

- 每 15 分鐘的等候人數與接通率
- 來電原因與各占多少
- 回電清單與完成數

## 結束條件

- 接通率連續 30 分鐘在 80% 以上
- 回電清單已全部指派

## 解除與交接

主管在工作群組宣布解除，撤下通知；未完成的回電交給下一班主管，寫明剩餘數量。

## 覆盤安排

3 天內由主管撰寫覆盤，經理審核：原因、時間線、要改的手冊。
`,
  en: `---
id: {id}
type: protocol
title: {title}
lang: en
owner: Service operations
summary: Who does what within which time when calls surge and the queue grows too long
incident: other
backup_channel: Chat and SMS
drill_every: 180d
channels: [phone, chat]
review_every: 180d
reviewed_on: {today}
placeholders:
  cause: { type: text, label: Why people call, required: true, example: "late bills" }
  next_update: { type: time, label: Time of the next update, required: true, example: "15:30" }
---

## Trigger

- For 10 minutes the queue holds more than three callers for each agent on shift
- In 15 minutes fewer than 60% of calls are answered

## Not a trigger

- A queue of under 10 minutes at a change of shift
- One team has a queue while others are free; move people first

## Severity matrix

<!-- First table: rows are impact, columns urgency, and every cell holds a priority. The second table gives each priority its times. -->

| Impact \\ Urgency | High, still rising | Medium, level | Low, falling |
|---|---|---|---|
| Large, all lines | P1 | P2 | P3 |
| Medium, one business line | P2 | P3 | P4 |
| Small, one team | P3 | P4 | P4 |

| Priority | Response time | Updates |
|---|---|---|
| P1 | 5 minutes | every 15 minutes |
| P2 | 15 minutes | every 30 minutes |
| P3 | 2 hours | every 2 hours |
| P4 | 24 hours | daily |

## Roles and deputies

| Role | Held by | Deputy |
|---|---|---|
| Supervisor | Supervisor on shift, in command | Supervisor of another team |
| Manager | Operations manager, moves people | Quality manager |
| Agent | Everyone on shift, answers and records | Agents on the support list |

## Steps

<!-- Each step has :owner[role] and :within[time], with m for minutes, h hours, d days. What must be written down goes into :record[…]. -->

1. Check the queue figures, set the priority and announce the start in the work group. :owner[Supervisor] :within[5m] :record[start time and queue]
2. Listen to five calls and find the common cause. :owner[Supervisor] :within[10m] :record[cause of the calls]
3. Play the first message and send callers to chat. :owner[Supervisor] :within[15m]
4. Stop training and outbound calls and bring in support. :owner[Manager] :within[20m] :record[number of helpers]
5. Answer with the words of the message and list customers who want a call back. :owner[Agent] :within[30m] :record[call-back list]

## Escalation

1. Supervisor to manager, on P1 or when fewer than 60% are still answered after 30 minutes, with queue figures and the cause.
2. Manager to director, after 2 hours without relief or when the cause may reach the press, with the number of customers and what has been done.

## Contacts and backup channel

<!-- No private numbers here. Name the post and where to look it up. -->

| Whom | Usual channel | Backup |
|---|---|---|
| Supervisor and manager | Work group | Phone on the duty list |
| Customers | Hotline | Chat and SMS |

## Messages to customers

### First message

> We are getting many calls because of {{cause}}. You can use our chat, or leave your number and we will call you back in turn. Our next update is at {{next_update}}.

### Update

> We are working on {{cause}}, and waiting times are getting shorter. Our next update is at {{next_update}}.

### Long-running

> We are sorry to keep you waiting. Dealing with {{cause}} takes longer than we thought. Everyone who left a number will be called today. We will report again at {{next_update}}.

### Resolved

> We have dealt with {{cause}}, and our lines are back to normal. We are sorry for the trouble. If you have not had your call yet, please contact us again.

## Do not say

| Do not say | Scene | Say instead |
|---|---|---|
| There is nothing we can do | The customer complains about waiting | You have waited long, let me help you now |
| It will be fixed in a minute | Nobody knows when | Our next update is at this time |
| Everybody has to wait | The customer wants to go first | Let me note your case and see what I can do |

## Data to record

- Queue and answer rate every 15 minutes
- Causes of the calls and the share of each
- Call-back list and how many are done

## Exit criteria

- More than 80% of calls have been answered for 30 minutes
- Every entry on the call-back list has an owner

## Stand-down

The supervisor announces the end in the work group and takes the message down. Open call-backs go to the next shift's supervisor, with their number.

## Review after

The supervisor writes the retrospective within 3 days and the manager checks it. It names the cause, the timeline and the playbooks to change.
`,
};
