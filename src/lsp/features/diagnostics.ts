import { type Connection, type Diagnostic, DiagnosticSeverity, type DocumentDiagnosticReport } from 'vscode-languageserver/node';
import { queriesFileName } from '../../core/config/queries.js';
import type { Diagnostic as CoreDiagnostic, Severity } from '../../core/model/diagnostic.js';
import type { Client } from '../client.js';
import { fromCoreRange } from '../convert.js';
import type { OpenFolder } from '../open-folder.js';
import type { Workspace } from '../workspace.js';

/** The product's name beside each problem. */
const source = 'playbook';
/** Rest between a keystroke and the problems, and the longest stretch of checking without listening; milliseconds. */
const quietTime = 40;
const sliceTime = 12;
const severityOf: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

export interface DiagnosticsHost {
  readonly connection: Connection;
  readonly workspace: Workspace;
  readonly client: Client;
  /** Address of a rule's documentation. */
  readonly ruleAddress: (code: string) => string | undefined;
  /** Other problems of this knowledge base are known than before. */
  readonly changed: (folder: OpenFolder) => void;
}

/** What is known of one knowledge base's problems. */
interface Known {
  readonly problems: Map<string, readonly CoreDiagnostic[]>;
  /** Checked last first: playbooks wait here, what is open in the editor before the others. */
  readonly waiting: Set<string>;
  readonly waitingSupportFiles: Set<string>;
}

/**
 * Tells the client the problems of all files: of open ones at once, of the others bit by bit, so that no keystroke waits for
 * the whole folder. A client that asks for problems itself is only told of files that are not open.
 */
export class Diagnostics {
  readonly #host: DiagnosticsHost;
  readonly #known = new Map<OpenFolder, Known>();
  readonly #published = new Set<string>();
  readonly #results = new Map<string, { readonly id: string; readonly content: string }>();
  #timer: NodeJS.Timeout | undefined;
  #isRunning = false;
  /** A keystroke has come, and its problems are about to be looked for. */
  #isResting = false;
  #mustRefresh = false;
  #resultNumber = 0;

  constructor(host: DiagnosticsHost) {
    this.#host = host;
  }

  /** Everything about a knowledge base may differ. */
  checkAll(folder: OpenFolder): void {
    const known = this.#knownOf(folder);
    const { playbooks, supportFiles } = folder.session.knowledgeBase;
    for (const path of [...folder.openPaths, ...known.problems.keys(), ...playbooks.keys()]) known.waiting.add(path);
    for (const { path } of supportFiles) known.waitingSupportFiles.add(path);
    this.#checkOpen(folder);
    this.#mustRefresh = true;
    this.#runSoon(0);
  }

  check(folder: OpenFolder, paths: readonly string[]): void {
    const known = this.#knownOf(folder);
    for (const path of paths) (this.#isSupportFile(folder, path) ? known.waitingSupportFiles : known.waiting).add(path);
    // The file that was edited is asked for anyway.
    if (paths.filter((path) => folder.openText(path)).length > 1) this.#mustRefresh = true;
    this.#runSoon(quietTime);
  }

  /** A file was saved: what searches find may have changed. */
  saved(folder: OpenFolder): void {
    const { supportFiles } = folder.session.knowledgeBase;
    const known = this.#knownOf(folder);
    for (const { path } of supportFiles) if (path === queriesFileName) known.waitingSupportFiles.add(path);
    this.#runSoon(quietTime);
  }

  forget(folder: OpenFolder): void {
    for (const path of this.#knownOf(folder).problems.keys()) this.#send(folder, path, []);
    this.#known.delete(folder);
  }

  /** Problems of a file, checked now if anything waits to be. */
  problemsOf(folder: OpenFolder, path: string): readonly CoreDiagnostic[] {
    const known = this.#knownOf(folder);
    const isKnown = known.problems.has(path) && !known.waiting.has(path) && !known.waitingSupportFiles.has(path);
    return (isKnown ? known.problems.get(path) : undefined) ?? this.#compute(folder, path);
  }

  /** Paths of playbooks known to have a problem of this kind. */
  pathsWith(folder: OpenFolder, code: string): readonly string[] {
    const isPlaybook = (path: string) => folder.session.knowledgeBase.playbooks.has(path);
    return [...this.#knownOf(folder).problems].flatMap(([path, problems]) =>
      isPlaybook(path) && problems.some((problem) => problem.code === code) ? [path] : [],
    );
  }

  /** All that is known of a knowledge base’s problems, by path, and how many files are still to be checked. */
  known(folder: OpenFolder): { readonly problems: ReadonlyMap<string, readonly CoreDiagnostic[]>; readonly waiting: number } {
    const { problems, waiting, waitingSupportFiles } = this.#knownOf(folder);
    return { problems, waiting: waiting.size + waitingSupportFiles.size };
  }

  /** Address of a rule's documentation. */
  ruleAddress(code: string): string | undefined {
    return this.#host.ruleAddress(code);
  }

  /** The answer to a client that asks. */
  report(folder: OpenFolder, path: string, uri: string, previous: string | undefined): DocumentDiagnosticReport {
    const items = this.problemsOf(folder, path).map((problem) => this.convert(folder, problem));
    const content = JSON.stringify(items);
    const last = this.#results.get(uri);
    if (last?.content === content && last.id === previous) return { kind: 'unchanged', resultId: last.id };
    this.#resultNumber += 1;
    const id = String(this.#resultNumber);
    this.#results.set(uri, { id, content });
    return { kind: 'full', resultId: id, items };
  }

  convert(folder: OpenFolder, problem: CoreDiagnostic): Diagnostic {
    const { client, ruleAddress } = this.#host;
    const href = client.codeDescription ? ruleAddress(problem.code) : undefined;
    const related = client.relatedInformation ? problem.related : undefined;
    return {
      range: fromCoreRange(problem.range),
      severity: severityOf[problem.severity],
      code: problem.code,
      source,
      message: problem.message,
      ...(href !== undefined && { codeDescription: { href } }),
      ...(related && {
        relatedInformation: related.map((place) => ({
          location: { uri: folder.uriOf(place.path), range: fromCoreRange(place.range) },
          message: place.message,
        })),
      }),
    };
  }

  /** A file was opened: a client that asks gets its problems only that way. */
  opened(folder: OpenFolder, path: string): void {
    if (this.#host.client.pullsDiagnostics) this.#publish(folder.uriOf(path), []);
    this.check(folder, [path]);
  }

  #knownOf(folder: OpenFolder): Known {
    const known = this.#known.get(folder) ?? { problems: new Map(), waiting: new Set(), waitingSupportFiles: new Set() };
    this.#known.set(folder, known);
    return known;
  }

  #isSupportFile(folder: OpenFolder, path: string): boolean {
    return folder.session.knowledgeBase.supportFiles.some((file) => file.path === path);
  }

  #compute(folder: OpenFolder, path: string): readonly CoreDiagnostic[] {
    const known = this.#knownOf(folder);
    known.waiting.delete(path);
    known.waitingSupportFiles.delete(path);
    const { session } = folder;
    const isOwn = this.#host.workspace.owns(folder, path);
    const found = !isOwn ? [] : this.#isSupportFile(folder, path) ? session.checkSupportFile(path) : session.checkPlaybook(path);
    const before = known.problems.get(path)?.length ?? 0;
    known.problems.set(path, found);
    if (!folder.textFile(path)) known.problems.delete(path);
    // Whoever shows how many files are still to be checked must hear of the last one too.
    if (before + found.length > 0 || known.waiting.size === 0) this.#host.changed(folder);
    return found;
  }

  #runSoon(delay: number): void {
    clearTimeout(this.#timer);
    this.#isResting = true;
    this.#timer = setTimeout(() => {
      for (const folder of this.#known.keys()) this.#host.workspace.takeChanges(folder);
      // Taking changes in asks for another look; this is it.
      clearTimeout(this.#timer);
      this.#isResting = false;
      for (const folder of this.#known.keys()) this.#checkOpen(folder);
      this.#refresh();
      if (this.#isRunning) return;
      this.#isRunning = true;
      this.#run();
    }, delay);
  }

  /** Checks for a moment, lets messages in, and goes on. After a keystroke the open file comes first. */
  #run(): void {
    if (this.#isResting) {
      this.#isRunning = false;
      return;
    }
    const until = performance.now() + sliceTime;
    for (const [folder, known] of this.#known) {
      for (const path of known.waiting) {
        if (performance.now() > until) {
          setImmediate(() => this.#run());
          return;
        }
        this.#tell(folder, path);
      }
    }
    for (const [folder, known] of this.#known) {
      const [path] = known.waitingSupportFiles;
      if (path === undefined) continue;
      known.waitingSupportFiles.delete(path);
      // What searches find needs an index, which another thread writes meanwhile.
      if (path === queriesFileName) void folder.searchReady().then(() => this.#tell(folder, path));
      else this.#tell(folder, path);
      setImmediate(() => this.#run());
      return;
    }
    this.#isRunning = false;
  }

  #checkOpen(folder: OpenFolder): void {
    const { waiting } = this.#knownOf(folder);
    for (const path of folder.openPaths) if (waiting.has(path)) this.#tell(folder, path);
  }

  #tell(folder: OpenFolder, path: string): void {
    // What is told names the version of the text it is about.
    this.#host.workspace.takeChanges(folder);
    try {
      this.#send(folder, path, this.#compute(folder, path));
    } catch (error) {
      // The other files are checked all the same.
      this.#host.connection.console.error(
        `diagnostics of ${path}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
  }

  #send(folder: OpenFolder, path: string, problems: readonly CoreDiagnostic[]): void {
    const open = folder.openText(path);
    if (open && this.#host.client.pullsDiagnostics) return;
    if (!this.#host.workspace.owns(folder, path)) return;
    const items = problems.map((problem) => this.convert(folder, problem));
    this.#publish(folder.uriOf(path), items, open?.version);
  }

  /** Nothing is sent about a file that never had a problem and is not open. */
  #publish(uri: string, diagnostics: Diagnostic[], version?: number): void {
    if (diagnostics.length === 0 && version === undefined && !this.#published.has(uri)) return;
    if (diagnostics.length > 0) this.#published.add(uri);
    else this.#published.delete(uri);
    void this.#host.connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) });
  }

  #refresh(): void {
    const { client, connection } = this.#host;
    if (!this.#mustRefresh) return;
    this.#mustRefresh = false;
    if (client.pullsDiagnostics && client.refreshesDiagnostics) void connection.languages.diagnostics.refresh().catch(() => undefined);
  }
}
