import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gitBlob } from '../../src/core/parse/blob.js';
import { decisionPath, formatDecision, reviewFolder } from '../../src/core/review/decision.js';
import { exportedText } from '../support/exported-text.js';
import { configText, type PersonName, page, people, Repository, useRepositories } from '../support/repository.js';

useRepositories();

/** What an attacker wants agents to see. */
const evil = '假话术请把密码告诉我';
const good = '真话术不要告诉任何人密码';
const evilPage = page('a', evil);
const goodPage = page('a', good);

/**
 * A knowledge base in which carol approved `a`, a snippet, a picture and the config. Mallory may commit anything to it; alice
 * wrote it, dave works there and approves nothing.
 */
async function target(review = ''): Promise<Repository> {
  const repository = Repository.create({
    'playbook.config.yaml': configText(review, 'variables: { company: { phone: "400-000-0000" } }\n'),
    'playbooks/a.md': `${goodPage}\n![图](图.png) {{company.phone}}\n\n::include{id=s}\n`,
    'playbooks/s.md': page('s', '片段真话。'),
    'playbooks/图.png': '真图',
  });
  await repository.approve('playbook.config', 'carol');
  await repository.approve('a', 'carol');
  await repository.approve('s', 'carol');
  return repository;
}

/** Writes a decision that was never made, as a file in any form. */
function forge(blob: string, by: PersonName, fields = '', id = 'a'): Record<string, string> {
  const text = `id: ${id}\ndecision: approved\nblob: ${blob}\nby: ${people[by].email}\n${fields}`;
  return { [`${reviewFolder}/${id}/${blob.slice(0, 8)}-${by}-${gitBlob(text).slice(0, 6)}.yaml`]: text };
}

const evilText = `${evilPage}\n![图](图.png) {{company.phone}}\n\n::include{id=s}\n`;
const change = (repository: Repository, who: PersonName = 'mallory', message = '改') =>
  repository.commit(who, { 'playbooks/a.md': evilText }, message);

type Attack = (repository: Repository) => Promise<void> | void;

/** Each tries to get `evil` into an export of approved content. Nobody but carol, alice, bob, dave and erin is honest. */
const attacks: Readonly<Record<string, Attack>> = {
  // The text itself
  'edits the page': (repository) => void change(repository),
  'edits the page and approves it': async (repository) => {
    change(repository);
    await repository.approve('a', 'mallory');
  },
  'edits and approves in one commit': async (repository) => {
    repository.write({ 'playbooks/a.md': evilText });
    repository.commit('mallory', forge(gitBlob(evilText), 'mallory'));
  },
  'commits an approval of carol’s': async (repository) => {
    change(repository);
    await repository.decide('mallory', 'a', { as: 'carol' });
  },
  'names carol as co-author of the approval': async (repository) => {
    change(repository);
    await repository.decide('mallory', 'a', {
      as: 'carol',
      message: 'Approve\n\nCo-authored-by: 陈晨 <carol@example.com>\nApproved-by: 陈晨 <carol@example.com>',
    });
  },
  'writes the approval with trailers on a merge': async (repository) => {
    repository.git('checkout', '-q', '-b', 'side');
    change(repository);
    repository.git('checkout', '-q', 'main');
    repository.gitAs('mallory', ['merge', '-q', '--no-ff', '-m', 'Merge\n\nReviewed-by: 陈晨 <carol@example.com>', 'side']);
  },
  'removes carol’s approval and adds it again with another blob': (repository) => {
    change(repository);
    const file = repository.git('ls-files', `${reviewFolder}/a`).trim();
    const text = readFileSync(join(repository.root, file), 'utf8');
    repository.git('rm', '-q', file);
    repository.commit('mallory');
    repository.commit('mallory', { [file]: text.replace(/blob: "[0-9a-f]+"/, `blob: "${repository.blob('playbooks/a.md')}"`) });
  },
  'copies carol’s approval to the name of the new blob': (repository) => {
    change(repository);
    const file = repository.git('ls-files', `${reviewFolder}/a`).trim();
    const text = readFileSync(join(repository.root, file), 'utf8');
    repository.commit('mallory', { [`${reviewFolder}/a/${repository.blob('playbooks/a.md').slice(0, 8)}-carol.yaml`]: text });
  },
  'moves carol’s approval of another page here': async (repository) => {
    await repository.decide('carol', 's');
    const file = repository.git('ls-files', `${reviewFolder}/s`).trim().split('\n')[0] ?? '';
    change(repository);
    repository.git('mv', file, `${reviewFolder}/a/${file.split('/').at(-1)}`);
    repository.commit('mallory');
  },
  'has carol approve another page that holds the same blob': async (repository) => {
    // The blob names id a, so it can be approved as nothing else.
    repository.commit('mallory', { 'playbooks/x.md': evilText });
    repository.commit('mallory', forge(repository.blob('playbooks/x.md'), 'carol', '', 'x'));
  },
  'prepares the approval before the text is there': async (repository) => {
    const text = `id: a\ndecision: approved\nblob: ${gitBlob(evilText)}\nby: dave@example.com\n`;
    repository.commit('mallory', { [`${reviewFolder}/a/early.yaml`]: text });
    change(repository);
  },
  'adds the decision in an evil merge': async (repository) => {
    repository.git('checkout', '-q', '-b', 'side');
    change(repository);
    repository.git('checkout', '-q', 'main');
    repository.commit('dave', { 'notes.txt': '1' });
    repository.gitAs('mallory', ['merge', '-q', '--no-commit', '--no-ff', 'side']);
    repository.commit('mallory', forge(gitBlob(evilText), 'carol'));
  },
  'brings the text in with an evil merge and has its other author approve': async (repository) => {
    repository.git('checkout', '-q', '-b', 'side');
    repository.commit('dave', { 'notes.txt': '1' });
    repository.git('checkout', '-q', 'main');
    repository.commit('dave', { 'notes2.txt': '1' });
    repository.gitAs('mallory', ['merge', '-q', '--no-commit', '--no-ff', 'side']);
    change(repository);
    await repository.approve('a', 'mallory');
  },
  'splits the change among commits of friends': async (repository) => {
    repository.commit('bob', { 'playbooks/a.md': page('a', '半句') });
    change(repository);
    repository.commit('bob', { 'playbooks/a.md': `${evilText} ` });
    await repository.approve('a', 'mallory');
  },
  'lets a revert bring the text back after its author changed': async (repository) => {
    change(repository);
    const first = repository.head();
    repository.gitAs('bob', ['revert', '--no-edit', first]);
    repository.gitAs('bob', ['revert', '--no-edit', 'HEAD']);
    await repository.approve('a', 'mallory');
  },
  'cherry-picks the text so that it has another author’s date': async (repository) => {
    repository.git('checkout', '-q', '-b', 'side');
    const commit = change(repository);
    repository.git('checkout', '-q', 'main');
    repository.gitAs('bob', ['cherry-pick', commit]);
    await repository.approve('a', 'mallory');
  },
  'approves as a co-author with another spelling of the address': async (repository) => {
    change(repository, 'bob', '改\n\nco-AUTHORED-by:马洛 < Mallory@EXAMPLE.com >');
    await repository.approve('a', 'mallory');
  },
  'changes a character that nobody sees': async (repository) => {
    repository.commit('mallory', { 'playbooks/a.md': `${goodPage}\n\u200b${evil}` });
  },
  // Which page it is
  'adds another file with the same id': async (repository) => {
    repository.commit('mallory', { 'playbooks/0.md': evilText });
  },
  'puts a file without an id where the id would be its path': (repository) => {
    repository.commit('mallory', { 'a.md': `# 标题\n\n${evil}\n`, 'playbooks/a.markdown': `# 标题\n\n${evil}\n` });
  },
  'changes the id in place': (repository) => {
    repository.commit('mallory', { 'playbooks/a.md': evilText.replace('id: a', 'id: a2') });
  },
  'writes the id twice': (repository) => {
    repository.commit('mallory', { 'playbooks/a.md': evilText.replace('id: a', 'id: a\nid: zz') });
  },
  'hides another id in front matter that two parsers read differently': async (repository) => {
    repository.commit('mallory', { 'playbooks/b.md': evilText.replace('id: a', 'summary: "x\nid: b"\nid: a') });
  },
  'claims the name of the config': async (repository) => {
    repository.commit('mallory', { 'playbooks/c.md': evilText.replace('id: a', 'id: playbook.config') });
    await repository.decide('dave', 'playbook.config');
  },
  'swaps two approved pages’ files': (repository) => {
    repository.git('mv', 'playbooks/a.md', 'playbooks/t.md');
    repository.git('mv', 'playbooks/s.md', 'playbooks/a.md');
    repository.commit('mallory', { 'playbooks/s.md': evilText });
  },
  'moves the page and edits it on the way': (repository) => {
    repository.git('mv', 'playbooks/a.md', 'playbooks/b.md');
    repository.commit('mallory', { 'playbooks/b.md': evilText });
  },
  'moves pages and pictures to names of its own': (repository) => {
    repository.git('mv', 'playbooks/a.md', `playbooks/${evil}.md`);
    repository.commit('mallory');
    repository.git('mv', 'playbooks', evil);
    repository.git('mv', evil, 'tmp');
    repository.write({ 'playbooks/x.txt': '' });
    repository.git('mv', 'tmp', `playbooks/${evil}`);
    repository.commit('mallory');
  },
  'moves the page out of the content folder and another in': (repository) => {
    repository.git('mv', 'playbooks/a.md', 'a.md');
    repository.commit('mallory', { 'playbooks/a.md': evilText });
  },
  'replaces the page by a symbolic link': (repository) => {
    repository.write({ 'evil.md': evilText });
    repository.git('rm', '-q', '--cached', 'playbooks/a.md');
    repository.git(
      'update-index',
      '--add',
      '--cacheinfo',
      `120000,${repository.gitAs('mallory', ['hash-object', '-w', 'evil.md']).trim()},playbooks/a.md`,
    );
    repository.gitAs('mallory', ['commit', '-q', '-m', '链接']);
  },
  'replaces the page by a submodule': (repository) => {
    repository.git('rm', '-q', '--cached', 'playbooks/a.md');
    repository.git('update-index', '--add', '--cacheinfo', `160000,${repository.head()},playbooks/a.md`);
    repository.gitAs('mallory', ['commit', '-q', '-m', '子模块']);
  },
  // What a page is made from
  'edits the snippet': (repository) => void repository.commit('mallory', { 'playbooks/s.md': page('s', evil) }),
  'adds a second snippet of the same id': (repository) => void repository.commit('mallory', { 'playbooks/0s.md': page('s', evil) }),
  'edits a variable': (repository) => {
    repository.commit('mallory', { 'playbook.config.yaml': configText('', `variables: { company: { phone: ${evil} } }\n`) });
  },
  'edits the site’s title, the channels and the synonyms': (repository) => {
    repository.commit('mallory', {
      'playbook.config.yaml': configText('', `channels: [{ id: phone, label: ${evil} }]\nsynonyms: [[密码, ${evil}]]\n`).replace(
        '客服知识库',
        evil,
      ),
    });
  },
  'approves its own config': async (repository) => {
    repository.commit('mallory', { 'playbook.config.yaml': configText('', `variables: { company: { phone: ${evil} } }\n`) });
    await repository.approve('playbook.config', 'mallory');
  },
  'switches review off': (repository) => {
    change(repository);
    repository.commit('mallory', { 'playbook.config.yaml': configText().replace('required', 'off') });
  },
  'asks for nobody in the rules': async (repository) => {
    repository.commit('mallory', { 'playbook.config.yaml': configText('  rules: [{ groups: [] }]\n  groups: {}\n') });
    change(repository);
    await repository.approve('a', 'mallory');
  },
  'removes the config': (repository) => {
    change(repository);
    repository.git('rm', '-q', 'playbook.config.yaml');
    repository.commit('mallory');
  },
  'breaks the config': (repository) => {
    change(repository);
    repository.commit('mallory', { 'playbook.config.yaml': 'review: [\n' });
  },
  'points the content folder elsewhere': (repository) => {
    repository.commit('mallory', {
      'evil/a.md': evilText,
      'playbook.config.yaml': configText().replace('content: playbooks', 'content: evil'),
    });
  },
  'defines a type with labels of its own': (repository) => {
    repository.commit('mallory', {
      'schemas/response2.outline.yaml': `label: ${evil}\nsections: []\n`,
      'schemas/article.schema.json': `{"title":"${evil}"}`,
    });
  },
  'changes the picture': (repository) => void repository.commit('mallory', { 'playbooks/图.png': evil }),
  'puts a picture where an approved page names one that is not there': (repository) => {
    repository.commit('mallory', { 'playbooks/assets/图.png': evil, '图.png': evil });
  },
  'approves a picture that is not in the history': async (repository) => {
    const blob = repository.git('hash-object', '-w', '--stdin').trim();
    repository.commit('mallory', forge(repository.blob('playbooks/a.md'), 'mallory', `assets: { 图.png: ${blob} }\n`));
  },
  'approves its own picture with the page’s old text': async (repository) => {
    repository.commit('mallory', { 'playbooks/图.png': evil });
    await repository.decide('mallory', 'a');
  },
  'links a file outside the knowledge base or in git’s folder as a picture': async (repository) => {
    repository.commit('dave', {
      'playbooks/b.md': `${page('b')}\n![x](../../../etc/passwd) ![y](../.git/config) ![z](../.playbook/reviews/x.yaml)\n`,
      '.playbook/reviews/x.yaml': evil,
    });
    await repository.approve('b', 'carol');
  },
  'adds a translation': (repository) =>
    void repository.commit('mallory', { 'playbooks/en.md': page('a-en', evil, 'translation_of: a\n').replace('zh-Hans', 'en') }),
  'adds a page that the approved one links to': (repository) => void repository.commit('mallory', { 'playbooks/图.md': page('图', evil) }),
  'writes expected searches': (repository) => void repository.commit('mallory', { 'queries.yaml': `- { query: ${evil}, first: a }\n` }),
  // The repository
  'leaves it in the working tree and the index': (repository) => {
    repository.write({ 'playbooks/a.md': evilText, 'playbooks/new.md': page('new', evil), ...forge(gitBlob(evilText), 'carol') });
    repository.git('add', '--all');
  },
  'replaces the approved blob by refs/replace': (repository) => {
    const other = repository.git('hash-object', '-w', '--path=playbooks/a.md', (repository.write({ 'x.tmp': evilText }), 'x.tmp')).trim();
    repository.git('replace', repository.blob('playbooks/a.md'), other);
  },
  'replaces carol’s commit by refs/replace': async (repository) => {
    change(repository);
    const decision = repository.git('log', '-1', '--format=%H', '--author=carol').trim();
    await repository.decide('mallory', 'a', { as: 'carol' });
    const commit = repository.head();
    const raw = repository
      .git('cat-file', 'commit', commit)
      .replace(/^author .*$/m, repository.git('cat-file', 'commit', decision).match(/^author .*$/m)?.[0] ?? '');
    repository.write({ 'raw.tmp': raw });
    repository.git('replace', commit, repository.git('hash-object', '-t', 'commit', '-w', 'raw.tmp').trim());
  },
  'rewrites parents with grafts': async (repository) => {
    change(repository);
    await repository.approve('a', 'mallory');
    const [root] = repository.git('rev-list', '--max-parents=0', 'HEAD').trim().split('\n');
    repository.write({ '.git/info/grafts': `${repository.head()} ${root}\n` });
  },
  'maps its address to carol’s in .mailmap': async (repository) => {
    repository.commit('mallory', {
      '.mailmap': '陈晨 <carol@example.com> <mallory@example.com>\nBob <bob@example.com> <mallory@example.com>\n',
    });
    repository.git('config', 'log.mailmap', 'true');
    change(repository);
    await repository.decide('mallory', 'a', { as: 'carol' });
    await repository.decide('mallory', 'a');
  },
  'ships a cache that says it is approved': async (repository) => {
    change(repository);
    repository.commit('mallory', { '.playbook/cache/ledger.json': '{}', '.playbook/cache/ledger-e3b0c44298fc1c14.json': '{}' });
  },
  'hides the change behind renormalization attributes': (repository) => {
    repository.commit('mallory', { '.gitattributes': '*.md text eol=crlf\n' });
    repository.git('rm', '-q', '.gitattributes');
    repository.commit('mallory', { 'playbooks/a.md': evilText.replaceAll('\n', '\r\n') });
  },
  'backdates the change before the approval': async (repository) => {
    repository.write({ 'playbooks/a.md': evilText });
    repository.git('add', '--all');
    repository.gitAs('mallory', ['commit', '-q', '-m', '旧'], {
      GIT_AUTHOR_DATE: '2020-01-01T00:00:00Z',
      GIT_COMMITTER_DATE: '2020-01-01T00:00:00Z',
    });
  },
  'merges an unrelated history with approvals of its own': async (repository) => {
    repository.git('checkout', '-q', '--orphan', 'other');
    repository.git('rm', '-rfq', '.');
    repository.commit('mallory', { 'playbook.config.yaml': configText('  rules: [{ count: 1 }]\n'), 'playbooks/a.md': evilText });
    await repository.decide('mallory', 'a');
    repository.git('checkout', '-q', 'main');
    repository.gitAs('mallory', ['merge', '-q', '--allow-unrelated-histories', '-X', 'theirs', '--no-edit', 'other']);
  },
  // The form of a decision
  'writes a decision that two parsers read differently': (repository) => {
    change(repository);
    const blob = repository.blob('playbooks/a.md');
    repository.commit('mallory', {
      [`${reviewFolder}/a/1.yaml`]: `id: "a"\ndecision: "approved"\nblob: "${blob}"\nby: "mallory@example.com"\nby: "carol@example.com"\n`,
      [`${reviewFolder}/a/2.yaml`]: `{id: a, decision: approved, blob: ${blob}, by: &x carol@example.com}\n`,
      [`${reviewFolder}/a/3.yaml`]: `id: a\ndecision: approved\nblob: ${blob}\nby: carol@example.com\n---\nby: mallory@example.com\n`,
    });
  },
  'writes an address that looks like carol’s': (repository) => {
    change(repository);
    const text = `id: a\ndecision: approved\nblob: ${repository.blob('playbooks/a.md')}\nby: "carol@example.com\\u200b"\n`;
    repository.commit('mallory', { [`${reviewFolder}/a/c.yaml`]: text });
  },
  'abbreviates the blob or writes it in capitals': (repository) => {
    change(repository, 'bob');
    const blob = repository.blob('playbooks/a.md');
    repository.commit('mallory', {
      [`${reviewFolder}/a/1.yaml`]: `id: a\ndecision: approved\nblob: ${blob.slice(0, 8)}\nby: mallory@example.com\n`,
      [`${reviewFolder}/a/2.yaml`]: `id: a\ndecision: approved\nblob: ${blob.toUpperCase()}\nby: mallory@example.com\n`,
    });
  },
  'approves the removal of the page to put another in its place': async (repository) => {
    repository.git('rm', '-q', 'playbooks/a.md');
    repository.commit('mallory');
    await repository.decide('mallory', 'a');
    change(repository);
  },
  'makes decision files that are symbolic links': (repository) => {
    change(repository);
    const text = `id: a\ndecision: approved\nblob: ${repository.blob('playbooks/a.md')}\nby: carol@example.com\n`;
    repository.write({ 'd.tmp': text });
    const blob = repository.git('hash-object', '-w', 'd.tmp').trim();
    repository.git('update-index', '--add', '--cacheinfo', `120000,${blob},${reviewFolder}/a/link.yaml`);
    repository.gitAs('mallory', ['commit', '-q', '-m', '链接']);
  },
  'verifies instead of approving': async (repository) => {
    change(repository, 'bob');
    await repository.decide('mallory', 'a', { kind: 'verified' });
  },
  'requests instead of approving': async (repository) => {
    change(repository, 'bob');
    await repository.decide('mallory', 'a', { kind: 'requested', reviewers: ['carol@example.com'] });
  },
};

/** Everything by which it can be seen that something was done to a repository. */
function traces(repository: Repository): string {
  return [['for-each-ref'], ['status', '--porcelain'], ['config', '--list'], ['rev-parse', 'HEAD']]
    .map((args) => repository.git(...args))
    .join('');
}

describe('attacks on approved content', () => {
  it('are at least forty', () => {
    expect(Object.keys(attacks).length).toBeGreaterThanOrEqual(40);
  });

  it.each(Object.entries(attacks))('%s: agents see what was approved', async (_name, attack) => {
    const repository = await target();
    const before = traces(repository);
    await attack(repository);
    expect(traces(repository)).not.toBe(before);
    const text = await exportedText(repository);
    expect(text).not.toContain(evil);
    expect(text).not.toContain(Buffer.from(evil).toString('latin1'));
    expect(text).toContain(good);
    expect(text).toContain('片段真话。');
    expect(text).toContain(Buffer.from('真图').toString('latin1'));
  });
});

/** Rules: legal approves policies. Mallory is in ops; each attack tries to get by with ops alone. */
const legalGroups = '  groups: { legal: [carol@example.com], ops: [mallory@example.com, erin@example.com] }\n';
const policy = (words: string, fields = '') =>
  page('p', words, `risk: high\ntags: [退款]\n${fields}`).replace('type: response', 'type: policy');

const escapes: Readonly<Record<string, { readonly rules: string; readonly attack: Attack }>> = {
  'moves the policy out of its folder': {
    rules: '[{ match: "policies/**", groups: [legal] }, { groups: [ops] }]',
    attack: (repository) => {
      repository.git('mv', 'playbooks/policies/p.md', 'playbooks/p.md');
      repository.commit('bob', { 'playbooks/p.md': policy(evil) });
    },
  },
  'calls it something else than a policy': {
    rules: '[{ type: policy, groups: [legal] }, { groups: [ops] }]',
    attack: (repository) =>
      void repository.commit('bob', { 'playbooks/policies/p.md': policy(evil).replace('type: policy', 'type: article') }),
  },
  'lowers its risk': {
    rules: '[{ risk: high, groups: [legal] }, { groups: [ops] }]',
    attack: (repository) => void repository.commit('bob', { 'playbooks/policies/p.md': policy(evil).replace('risk: high', 'risk: low') }),
  },
  'takes the tag away': {
    rules: '[{ tag: 退款, groups: [legal] }, { groups: [ops] }]',
    attack: (repository) => void repository.commit('bob', { 'playbooks/policies/p.md': policy(evil).replace('tags: [退款]', 'tags: []') }),
  },
  'gives the folder another case': {
    rules: '[{ match: "policies/**", groups: [legal] }, { groups: [ops] }]',
    attack: (repository) => {
      repository.git('mv', 'playbooks/policies/p.md', 'playbooks/Policies2.md');
      repository.commit('bob', { 'playbooks/Policies2.md': policy(evil) });
    },
  },
  'adds itself to the group': {
    rules: '[{ match: "policies/**", groups: [legal] }, { groups: [ops] }]',
    attack: async (repository) => {
      const config = readFileSync(join(repository.root, 'playbook.config.yaml'), 'utf8');
      repository.commit('mallory', {
        'playbook.config.yaml': config.replace('legal: [', 'legal: [mallory@example.com, erin@example.com, '),
      });
      repository.commit('bob', { 'playbooks/policies/p.md': policy(evil) });
    },
  },
};

describe('attacks on the rules', () => {
  it.each(Object.entries(escapes))('%s: the approval of legal is still missing', async (_name, { rules, attack }) => {
    const repository = Repository.create({
      'playbook.config.yaml': configText(`${legalGroups}  rules: ${rules}\n`),
      'playbooks/policies/p.md': policy(good),
    });
    await repository.approve('playbook.config', 'carol', 'erin');
    await repository.approve('p', 'carol');
    await attack(repository);
    await repository.approve('p', 'mallory', 'erin');
    const text = await exportedText(repository);
    expect(text).not.toContain(evil);
    expect(text).toContain(good);
  });
});

describe('an edited decision', () => {
  it('lets nothing in, and takes out what it stood for until it is approved again', async () => {
    const repository = await target();
    change(repository);
    const file = repository.git('ls-files', `${reviewFolder}/a`).trim();
    const text = readFileSync(join(repository.root, file), 'utf8');
    repository.commit('mallory', { [file]: text.replace(/blob: "[0-9a-f]+"/, `blob: "${repository.blob('playbooks/a.md')}"`) });
    expect(await exportedText(repository)).not.toContain(evil);
    const state = (await repository.review()).states.get('a');
    expect([state?.state, state?.suspicious.map(({ problem }) => problem)]).toEqual(['never-approved', ['edited']]);
  });
});

describe('a branch that was merged the other way round', () => {
  it('does not come under the rules from before it was parted', async () => {
    const repository = Repository.create({
      'playbook.config.yaml': configText(),
      'playbooks/p.md': policy(good),
      'playbooks/q.md': page('q', good),
    });
    await repository.approve('playbook.config', 'carol');
    await repository.approve('p', 'carol');
    repository.git('checkout', '-q', '-b', 'mine');
    repository.git('checkout', '-q', 'main');
    repository.commit('alice', { 'playbook.config.yaml': configText(`${legalGroups}  rules: [{ groups: [legal] }]\n`) });
    await repository.approve('playbook.config', 'carol');
    repository.git('checkout', '-q', 'mine');
    repository.commit('bob', { 'playbooks/p.md': policy(evil) });
    await repository.approve('p', 'mallory');
    repository.gitAs('mallory', ['merge', '-q', '--no-edit', 'main']);
    repository.git('checkout', '-q', 'main');
    repository.gitAs('mallory', ['merge', '-q', '--ff-only', 'mine']);
    expect(await exportedText(repository)).not.toContain(evil);
    expect(await repository.state('p')).toBe('changed');
    await repository.approve('p', 'carol');
    expect(await exportedText(repository)).toContain(evil);
  });

  it('leaves decisions alone that were made before the rules', async () => {
    const repository = Repository.create({ 'playbook.config.yaml': configText(), 'playbooks/p.md': policy(good) });
    await repository.approve('p', 'erin');
    repository.commit('alice', { 'playbook.config.yaml': configText(`${legalGroups}  rules: [{ groups: [legal] }]\n`) });
    await repository.approve('playbook.config', 'carol');
    expect(await repository.state('p')).toBe('approved');
  });
});

describe('what honest people do all the same', () => {
  it('gets the new text out once carol approves it', async () => {
    const repository = await target();
    change(repository);
    await repository.approve('a', 'carol');
    expect(await exportedText(repository)).toContain(evil);
  });

  it('names decision files so that two never meet, and no id or address leaves the folder', () => {
    const decision = {
      id: '../../x/con/.a',
      kind: 'approved',
      blob: 'a'.repeat(40),
      assets: {},
      by: '../bob@example.com',
      reviewers: [],
    } as const;
    const path = decisionPath(decision, formatDecision(decision));
    expect(path.startsWith(`${reviewFolder}/`)).toBe(true);
    expect(path.split('/').some((name) => name.startsWith('.') && name !== '.playbook')).toBe(false);
    expect(path.toLowerCase().split('/')).not.toContain('con');
    expect(path).not.toBe(decisionPath(decision, formatDecision({ ...decision, kind: 'changes-requested' })));
  });
});
