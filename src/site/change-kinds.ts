/** What a page's last change was about, as an agent asks. */
export const changeKinds = ['new', 'number', 'steps', 'wording', 'other'] as const;
export type ChangeKind = (typeof changeKinds)[number];
