import type { Change, Comparison } from '../../src/core/model/comparison.js';

/** A policy whose parts the tests change one at a time. */
export const policy = `---
id: policy-refund
type: policy
title: 七天无理由退款政策
lang: zh-Hans
owner: 客服知识组
channels: [phone, chat]
valid_to: 2027-01-31
placeholders:
  order_id: { type: text, label: 订单号 }
---

## 政策内容

客户申请退款后，我们会在 3 个工作日内原路退回。

不要向客户承诺到账的具体时间。

## 金额与期限

| 情形 | 金额上限 | 时限 |
|---|---|---|
| 质量问题 | ¥500 | 24小时 |
| 不喜欢 | ¥200 | 7 天 |

## 处置步骤

1. 核对订单 {{order_id}} :owner[客服专员] :within[5m]
2. 登记退款原因 :owner[客服专员]
3. 提交财务复核 :owner[主管] :within[2h]

## 对客说明

> 您好，您的退款已经受理，请留意短信通知。

## 升级

金额超过权限时转主管处理。
`;

/** One line a change: what happened to what, under which heading, with which classes. */
export function outline({ changes }: Comparison): readonly string[] {
  return changes.map(
    ({ kind, block, field, headings, classes }) =>
      `${kind} ${block}${field === undefined ? '' : ` ${field}`}${headings.length > 0 ? ` (${headings.join(' › ')})` : ''}: ${classes.join(', ')}`,
  );
}

/** Words of a change with `[-removed-]`, `{+added+}` and `{before=>after}` for a conversion. */
export function marked({ words }: Change): string {
  return words
    .map(({ kind, text, replaced }) =>
      kind === 'removed' ? `[-${text}-]` : kind === 'added' ? `{+${text}+}` : kind === 'converted' ? `{${replaced}=>${text}}` : text,
    )
    .join('');
}
