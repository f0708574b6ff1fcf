import { configFileName } from '../core/config/config.js';
import type { Locale, Localized } from '../core/model/locale.js';
import { builtInTypes } from '../core/types/index.js';
import { fillTemplate, folderForType } from './new-playbook.js';

export interface StarterFile {
  /** Relative to the new knowledge base, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** The files of a new knowledge base: config, git's ignore list, and one example of each built-in type. */
export function starterFiles(locale: Locale, today: string, content = 'playbooks'): readonly StarterFile[] {
  return [
    { path: configFileName, text: configs[locale] },
    { path: '.gitignore', text: ignoreLists[locale] },
    ...builtInTypes.flatMap((type) => {
      const example = examples[type.name];
      if (!example) return [];
      const id = exampleId(type.name, example.name);
      const folder = [content, folderForType(type.name)].filter((part) => part !== '').join('/');
      const text = fillTemplate(type.templates[locale], { id, title: example.title[locale], today }, locale);
      return { path: `${folder}/${id}.md`, text: type.name === 'script' ? embedNotice(text) : text };
    }),
  ];
}

function exampleId(typeName: string, name: string): string {
  return `${typeName}-${name}`;
}

/** Shows how a snippet is used: the notice of recording ends the opening's first variant, the phone's. */
function embedNotice(script: string): string {
  const first = script.indexOf('\n### ');
  const second = script.indexOf('\n### ', first + 1);
  const include = `\n::include{id=${exampleId('snippet', examples['snippet']?.name ?? '')}}\n`;
  return second < 0 ? script : script.slice(0, second) + include + script.slice(second);
}

/** What each type's template is about. */
const examples: Readonly<Record<string, { readonly name: string; readonly title: Localized }>> = {
  script: {
    name: 'address-change',
    title: { 'zh-Hans': '收货地址变更', 'zh-Hant': '更改收件地址', en: 'Change of delivery address' },
  },
  response: { name: 'documents-received', title: { 'zh-Hans': '资料已收到', 'zh-Hant': '文件已收到', en: 'Documents received' } },
  protocol: { name: 'call-surge', title: { 'zh-Hans': '来电激增', 'zh-Hant': '來電暴增', en: 'Surge of calls' } },
  flow: { name: 'sign-in', title: { 'zh-Hans': '账号登录不上', 'zh-Hant': '帳號無法登入', en: 'Customer cannot sign in' } },
  policy: {
    name: 'visit-change',
    title: { 'zh-Hans': '上门安装改期政策', 'zh-Hant': '到府安裝改期政策', en: 'Moving an installation visit' },
  },
  article: { name: 'call-forwarding', title: { 'zh-Hans': '呼叫转移', 'zh-Hant': '來電轉接', en: 'Call forwarding' } },
  case: {
    name: 'missed-visit',
    title: { 'zh-Hans': '师傅未按时上门的补救', 'zh-Hant': '師傅未準時到府的補救', en: 'Making good a missed visit' },
  },
  retrospective: {
    name: 'wrong-price',
    title: { 'zh-Hans': '活动短信价格写错', 'zh-Hant': '活動簡訊價格寫錯', en: 'A wrong price in a campaign SMS' },
  },
  snippet: {
    name: 'recording-notice',
    title: { 'zh-Hans': '通话录音告知', 'zh-Hant': '通話錄音告知', en: 'Notice of call recording' },
  },
};

const ignoreLists: Localized = {
  'zh-Hans': '# 本机缓存\n.playbook/cache/\n# 导出的帮助网站\nsite/\n',
  'zh-Hant': '# 本機快取\n.playbook/cache/\n# 匯出的說明網站\nsite/\n',
  en: '# Cache of this computer\n.playbook/cache/\n# Exported help site\nsite/\n',
};

const configs: Localized = {
  'zh-Hans': `# 知识库的设置。除了这里写的，其余都用默认值；改完运行 playbook check。

# 显示在帮助网站上的名称
title: 客服知识库

# 内容的语言，第一个是默认语言；可写 zh-Hans、zh-Hant、en 等
languages: [zh-Hans]

# Markdown 手册所在的文件夹
content: playbooks

# 渠道：电话、在线、邮件、短信、社交媒体、App、营业厅。话术里用它们的名称作小标题，就是该渠道的版本
channels: [phone, chat, email, sms, social, app, counter]

# 客户等级：新客户、老客户、VIP、大客户
tiers: [new, existing, vip, key-account]

# 预案步骤里的角色；自己的角色这样加：- { id: duty, label: 值班主管 }
roles: [agent, supervisor, manager, director]

# 升级阶梯，从第一级到最后一级
escalation: [agent, supervisor, manager, director]

# 优先级和响应时效，m 分钟、h 小时、d 天
priorities:
  - { id: P1, respondWithin: 5m }
  - { id: P2, respondWithin: 15m }
  - { id: P3, respondWithin: 2h }
  - { id: P4, respondWithin: 24h }

# 多处要用、以后可能改的内容写在这里，手册里写 {{company.hotline}} 就会替换
variables:
  company: { name: 我们公司, hotline: 客服热线 }

# 检索时当作同一个词
synonyms:
  - [退款, 退钱, 退费, refund]
  - [登录, 登陆]

# 不能对客户说的话，以及换成什么
forbiddenWording:
  - { pattern: 百分百, replacement: 我们会尽力 }
  - { pattern: 绝对, replacement: 目前 }

# 单独调整某条规则：off、info、warning 或 error
# rules: { broken-link: warning }

# 帮助网站的主色
site: { accent: "#0b6bcb" }
`,
  'zh-Hant': `# 知識庫的設定。沒寫的都用預設值；改完執行 playbook check。

# 顯示在說明網站上的名稱
title: 客服知識庫

# 內容的語言，第一個是預設語言；可寫 zh-Hant、zh-Hans、en 等
languages: [zh-Hant]

# Markdown 手冊所在的資料夾
content: playbooks

# 管道：電話、線上、電子郵件、簡訊、社群媒體、App、門市。話術裡用它們的名稱當小標題，就是該管道的版本
channels: [phone, chat, email, sms, social, app, counter]

# 客戶等級：新客戶、舊客戶、VIP、大客戶
tiers: [new, existing, vip, key-account]

# 預案步驟裡的角色；自訂角色這樣加：- { id: duty, label: 值班主管 }
roles: [agent, supervisor, manager, director]

# 升級階梯，從第一級到最後一級
escalation: [agent, supervisor, manager, director]

# 優先級與回應時效，m 分鐘、h 小時、d 天
priorities:
  - { id: P1, respondWithin: 5m }
  - { id: P2, respondWithin: 15m }
  - { id: P3, respondWithin: 2h }
  - { id: P4, respondWithin: 24h }

# 多處要用、日後可能更動的內容寫在這裡，手冊裡寫 {{company.hotline}} 就會代入
variables:
  company: { name: 本公司, hotline: 客服專線 }

# 搜尋時視為同一個詞
synonyms:
  - [退款, 退費, 退錢, refund]
  - [方案, 資費, 套餐]

# 不能對客戶說的話，以及改成什麼
forbiddenWording:
  - { pattern: 百分之百, replacement: 我們會盡力 }
  - { pattern: 絕對, replacement: 目前 }

# 單獨調整某條規則：off、info、warning 或 error
# rules: { broken-link: warning }

# 說明網站的主色
site: { accent: "#0b6bcb" }
`,
  en: `# Settings of this knowledge base. Whatever is not written here has its default. Run playbook check after a change.

# Name shown on the help site
title: Service knowledge base

# Languages of the content, the default first, such as en, zh-Hans, zh-Hant
languages: [en]

# Folder of the Markdown playbooks
content: playbooks

# Channels. A heading named after one (Phone, Chat, E-mail, SMS, Social, App, Counter) makes that channel's variant
channels: [phone, chat, email, sms, social, app, counter]

# Customer tiers
tiers: [new, existing, vip, key-account]

# Roles that steps may name. Add your own as - { id: duty, label: Duty manager }
roles: [agent, supervisor, manager, director]

# The escalation ladder, first step to last
escalation: [agent, supervisor, manager, director]

# Priorities and their response times in m minutes, h hours, d days
priorities:
  - { id: P1, respondWithin: 5m }
  - { id: P2, respondWithin: 15m }
  - { id: P3, respondWithin: 2h }
  - { id: P4, respondWithin: 24h }

# What many playbooks use and what may change: {{company.hotline}} in a playbook stands for it
variables:
  company: { name: Our company, hotline: the service hotline }

# Words that search treats as one
synonyms:
  - [refund, money back]
  - [sign in, log in]

# What customers must not be told, and what to say instead
forbiddenWording:
  - { pattern: guaranteed, replacement: we will do our best }
  - { pattern: 100%, replacement: as far as we can }

# Set single rules to off, info, warning or error
# rules: { broken-link: warning }

# Accent colour of the help site
site: { accent: "#0b6bcb" }
`,
};
