import * as vscode from 'vscode';
import { searchFilters } from '../../core/model/search.js';
import { type KnowledgeBaseInfo, knowledgeBasesRequest, type PlacedHit } from '../../lsp/protocol.js';
import { tellNoKnowledgeBase } from '../choose.js';
import { toRange } from '../places.js';
import { chooseFilters } from '../search/choose-filters.js';
import { SearchModel } from '../search/search-model.js';
import { registerSearchView } from '../search/search-view.js';
import { filterLabel, filterValue, plain, typeIcon, typeLabel } from '../search/search-words.js';
import type { Server } from '../server.js';

/** Keystrokes are gathered for this long, in milliseconds. */
const rest = 60;

interface HitItem extends vscode.QuickPickItem {
  readonly hit?: PlacedHit;
  /** What to search for instead. */
  readonly meant?: string;
}

export function registerSearch(server: Server): vscode.Disposable {
  const model = new SearchModel(server);
  return vscode.Disposable.from(
    model,
    registerSearchView(server, model),
    vscode.commands.registerCommand('playbook.search', async () => {
      // At once: what is typed meanwhile must not go into the text of the editor.
      if (server.state === 'running') showSearch(server, model);
      else if (server.state !== 'starting') await tellNoKnowledgeBase();
    }),
    vscode.commands.registerCommand('playbook.search.filter', async () => {
      const filters = await chooseFilters(model, (await server.ask(knowledgeBasesRequest, {})) ?? []);
      if (filters) await model.setFilters(filters);
    }),
    vscode.commands.registerCommand('playbook.search.clear', () => model.clear()),
  );
}

/** Results while typing, in the order of the help site; the chosen one is shown in the editor beside the list as it is passed. */
function showSearch(server: Server, model: SearchModel): void {
  let knowledgeBases: readonly KnowledgeBaseInfo[] = [];
  const picker = vscode.window.createQuickPick<HitItem>();
  const before = vscode.window.activeTextEditor;
  const filter: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('filter'),
    tooltip: vscode.l10n.t('Filter by type, channel, tag …'),
  };
  const keep: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('list-tree'),
    tooltip: vscode.l10n.t('Show the results in the view'),
  };
  const beside: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('split-horizontal'),
    tooltip: vscode.l10n.t('Open to the side'),
  };
  picker.title = vscode.l10n.t('Search playbooks');
  picker.placeholder = vscode.l10n.t('What the customer said, a title or a short code; Chinese in either script or in pinyin');
  picker.buttons = [filter, keep];
  picker.matchOnDescription = false;
  // The order is that of the ranking; the editor would put labels that hold the text first.
  Reflect.set(picker, 'sortByLabel', false);
  picker.value = model.text;
  let timer: NodeJS.Timeout | undefined;
  let isDone = false;
  let isHidden = false;

  const show = () => {
    const hits = model.answer?.hits ?? [];
    picker.busy = false;
    picker.title = titleOf(model, knowledgeBases);
    const isNothing = model.text.trim() !== '' && (hits.length === 0 || model.answer?.nearestOnly === true);
    const meant = model.answer?.suggestion;
    picker.items = [
      ...(meant === undefined ? [] : [{ label: `$(search) ${vscode.l10n.t('Did you mean “{0}”?', meant)}`, alwaysShow: true, meant }]),
      ...(isNothing ? [{ label: vscode.l10n.t('Nothing found. Try a shorter word, or the customer’s own words.'), alwaysShow: true }] : []),
      ...hits.map((hit) => ({
        label: `$(${typeIcon(hit.type, knowledgeBases)}) ${hit.title}`,
        description: [typeLabel(hit.type, knowledgeBases), hit.section].filter((text) => text !== '').join(' · '),
        detail: plain(hit.excerpt),
        alwaysShow: true,
        buttons: [beside],
        hit,
      })),
    ];
  };
  const subscriptions = [
    model.onDidAnswer(show),
    picker.onDidChangeValue((text) => {
      picker.busy = true;
      clearTimeout(timer);
      timer = setTimeout(() => void model.search(text), rest);
    }),
    picker.onDidChangeActive(([item]) => {
      const wantsGlance = vscode.workspace.getConfiguration('playbook').get<boolean>('search.showWhileChoosing', true);
      if (item?.hit && wantsGlance) void open(item.hit, { preserveFocus: true, preview: true });
    }),
    picker.onDidAccept(() => {
      const [item] = picker.selectedItems;
      if (item?.meant !== undefined) {
        picker.value = item.meant;
        void model.search(item.meant);
      }
      if (!item?.hit) return;
      isDone = true;
      void open(item.hit, { preview: false });
      picker.hide();
    }),
    picker.onDidTriggerItemButton(({ item }) => {
      if (!item.hit) return;
      isDone = true;
      void open(item.hit, { preview: false, viewColumn: vscode.ViewColumn.Beside });
      picker.hide();
    }),
    picker.onDidTriggerButton(async (button) => {
      isDone = true;
      picker.hide();
      if (button === keep) {
        await vscode.commands.executeCommand('playbook.searchResults.focus');
        return;
      }
      const filters = await chooseFilters(model, knowledgeBases);
      if (filters) await model.setFilters(filters);
      showSearch(server, model);
    }),
    picker.onDidHide(() => {
      isHidden = true;
      clearTimeout(timer);
      for (const subscription of subscriptions) subscription.dispose();
      picker.dispose();
      // Who gives up is where they were.
      if (!isDone && before)
        void vscode.window.showTextDocument(before.document, { viewColumn: before.viewColumn ?? vscode.ViewColumn.One });
    }),
  ];
  show();
  picker.show();
  void server.ask(knowledgeBasesRequest, {}).then((answer) => {
    knowledgeBases = answer ?? [];
    if (!isHidden) show();
  });
}

function titleOf(model: SearchModel, knowledgeBases: readonly KnowledgeBaseInfo[]): string {
  const filters = searchFilters.flatMap((name) =>
    (model.filters[name] ?? []).map((value) => `${filterLabel(name)}: ${filterValue(name, value, knowledgeBases)}`),
  );
  const count =
    model.answer && !model.answer.nearestOnly ? vscode.l10n.t('{0} results', model.answer.total) : vscode.l10n.t('Search playbooks');
  return [count, ...filters].join(' · ');
}

function open(hit: PlacedHit, options: vscode.TextDocumentShowOptions): Thenable<unknown> {
  return vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(hit.uri), { ...options, selection: toRange(hit.range) });
}
