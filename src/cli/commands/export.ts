import { realpath, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join, parse, resolve, sep } from 'node:path';
import { type Command, Option } from 'commander';
import { exportSite } from '../../app/export.js';
import { publishedFiles } from '../../app/published.js';
import { idsByPath, revisionTexts } from '../../app/revision-texts.js';
import { openSession, type Session } from '../../app/session.js';
import { reviewsOfFolder, reviewsOfPublished } from '../../app/site-reviews.js';
import { type SiteFormat, siteFormats } from '../../core/config/site-formats.js';
import { readFeedbackFolder } from '../../node/feedback-folder.js';
import { ForeignFolderError, UnwritableFolderError, writeSite } from '../../node/write-site.js';
import type { ReadRevisionTexts } from '../../site/history/revisions.js';
import type { SiteReviews } from '../../site/site-reviews.js';
import type { Context, ExitCode } from '../context.js';
import { Failure } from '../failure.js';
import { findKnowledgeBase, openKnowledgeBase, requireFolder } from '../knowledge-base-folder.js';
import { jsonOption, parseChoice, parseChoices, parseDay, todayOption } from '../options.js';
import { addExamples } from '../program.js';
import { type ProgressForm, progressForms, showProgress } from '../progress.js';
import { type OpenReviewFolder, openReviewAt, openReviewIfOn, reviewAsOf } from '../review-folder.js';
import { siteAssets } from '../site-assets.js';

interface ExportOptions {
  readonly out: string;
  readonly today?: string;
  readonly content?: Content;
  readonly asOf?: string;
  readonly progress?: ProgressForm;
  readonly formats?: readonly SiteFormat[];
  readonly json?: true;
}

const contents = ['approved', 'working-tree'] as const;
type Content = (typeof contents)[number];

export function addExport(program: Command, context: Context): void {
  const { say } = context;
  const command = program
    .command('export')
    .description(say('exportSummary'))
    .argument('[dir]', say('folderArgument'))
    .requiredOption('--out <dir>', say('outOption'))
    .addOption(new Option('--content <content>', say('contentOption')).argParser(parseChoice('--content', contents, context)))
    .addOption(new Option('--as-of <date>', say('asOfOption')).argParser(parseDay('--as-of')))
    .addOption(new Option('--progress <form>', say('progressOption')).argParser(parseChoice('--progress', progressForms, context)))
    .addOption(new Option('--formats <list>', say('formatsOption')).argParser(parseChoices('--formats', siteFormats, context)))
    .addOption(todayOption(context))
    .addOption(jsonOption(context))
    .action(async (folder: string | undefined, options: ExportOptions) => context.end(await writeHelpSite(folder, options, context)));
  addExamples(
    command,
    context,
    'playbook export --out site',
    'playbook export knowledge --out ../help-site',
    'playbook export --as-of 2026-03-01 --out site-2026-03-01',
    'playbook export --out site --formats markdown,json,zendesk',
  );
}

async function writeHelpSite(named: string | undefined, options: ExportOptions, context: Context): Promise<ExitCode> {
  const { terminal, currentFolder } = context;
  if (options.asOf !== undefined && options.content === 'working-tree') throw new Failure('asOfWorkingTree');
  const source = await openContent(named, options, context);
  const target = await realTarget(resolve(currentFolder, options.out));
  refuseTarget(target, source.root, options.out, source.session);
  const assets = await siteAssets();
  const progress = showProgress(context, options.progress);
  try {
    const site = exportSite(source.session, assets, {
      progress: progress.report,
      formats: options.formats ?? source.session.knowledgeBase.config.siteFormats,
      ...(source.reviews && { reviews: source.reviews }),
      ...(source.revisionTexts && { revisionTexts: source.revisionTexts }),
    });
    const files = await writeSite(site, target, source.copyTo);
    progress.stop();
    const report = { folder: options.out, home: join(target, 'index.html'), files, ...source.about, ...errorsIn(source.session) };
    if (options.json) terminal.write(`${JSON.stringify(report, undefined, 2)}\n`);
    else tell(report, context);
  } catch (error) {
    // It may be the place beside the target where an export puts the site that it replaces.
    if (error instanceof ForeignFolderError)
      throw new Failure('foreignFolder', { folder: options.out + error.folder.slice(target.length) });
    if (error instanceof UnwritableFolderError) throw new Failure('unwritableFolder', { folder: options.out });
    throw error;
  } finally {
    progress.stop();
  }
  return 0;
}

function errorsIn(session: Session): Pick<ExportReport, 'errors' | 'erroneous'> {
  const errors = session.check().filter(({ severity }) => severity === 'error');
  return { errors: errors.length, erroneous: [...new Set(errors.map(({ path }) => path))] };
}

function tell({ folder, files, content, errors, ...about }: ExportReport, { terminal, say }: Context): void {
  terminal.write(`${say('exported', { files, folder, home: join(folder, 'index.html') })}\n`);
  const { playbooks, leftOut, erroneous } = about;
  const notes = [
    ...(content === 'approved'
      ? [say(leftOut === 0 ? 'exportedAllApproved' : 'exportedApproved', { pages: playbooks, left: leftOut })]
      : []),
    ...(about.isConfigApproved ? [] : [say('reviewNoConfigApproved')]),
    ...(about.mayBeUnapproved ? [say('exportedUnapproved')] : []),
    ...(errors === 0
      ? []
      : content === 'approved'
        ? [say('exportLacksApproval', { errors, files: erroneous.length })]
        : [say('exportHasErrors', { errors })]),
  ];
  for (const note of notes) terminal.note(`${note}\n`);
}

/** What content an export holds. */
interface AboutContent {
  readonly content: Content;
  readonly playbooks: number;
  /** Playbooks that have no approved version, where only such are exported. */
  readonly leftOut: number;
  /** False where only approved wording counts and no config was ever approved. */
  readonly isConfigApproved: boolean;
  /** The folder as it is, where the review is required. */
  readonly mayBeUnapproved: boolean;
}

/** What `--json` prints. */
interface ExportReport extends AboutContent {
  /** As it was named. */
  readonly folder: string;
  /** Absolute path of the home page. */
  readonly home: string;
  readonly files: number;
  /** Errors of what was exported, taken by itself: approved wording that names what is not approved is one. */
  readonly errors: number;
  /** The files that have them, relative to the knowledge base. */
  readonly erroneous: readonly string[];
}

interface ContentSource {
  readonly root: string;
  readonly session: Session;
  readonly copyTo: (path: string, target: string) => Promise<void>;
  /** How pages stand, where review is on. */
  readonly reviews?: SiteReviews;
  readonly revisionTexts?: ReadRevisionTexts;
  readonly about: AboutContent;
}

/** Approved wording wherever review is required or a past day is asked for; else the folder as it is. */
async function openContent(named: string | undefined, options: ExportOptions, context: Context): Promise<ContentSource> {
  const root = await findKnowledgeBase(named, context);
  const reviewed = await openReviewIfOn(root, options, context);
  const content = options.content ?? (options.asOf !== undefined || reviewed?.mode === 'required' ? 'approved' : 'working-tree');
  if (content === 'working-tree') {
    const { session, folder } = await openKnowledgeBase(named, options, context);
    return {
      root: folder.root,
      session,
      copyTo: folder.copyTo,
      ...(reviewed && {
        reviews: reviewsOfFolder(reviewed.opened.review, session.knowledgeBase),
        revisionTexts: revisionTexts(reviewed.opened.review, idsByPath(session.knowledgeBase.playbooks)),
      }),
      about: {
        content,
        playbooks: session.knowledgeBase.playbooks.size,
        leftOut: 0,
        isConfigApproved: true,
        mayBeUnapproved: reviewed?.mode === 'required',
      },
    };
  }
  return approvedContent(reviewed?.opened ?? (await openReviewAt(root, options, context)), options, context);
}

async function approvedContent(opened: OpenReviewFolder, options: ExportOptions, context: Context): Promise<ContentSource> {
  const review = options.asOf === undefined ? opened.review : await reviewAsOf(opened, options.asOf, context);
  const published = await publishedFiles(review);
  const settings = { locale: context.locale, today: options.today ?? options.asOf ?? context.today() };
  // What readers tell is no wording, and orders only what is nearly alike; of a past day nobody knows what had been told.
  const feedback = () => readFeedbackFolder(opened.root);
  const session = await openSession(options.asOf === undefined ? { ...published.files, feedback } : published.files, settings);
  const left = [...review.present.keys()].filter((id) => !id.startsWith('playbook.') && !review.states.get(id)?.published).length;
  return {
    root: opened.root,
    session,
    reviews: reviewsOfPublished(published, review),
    revisionTexts: revisionTexts(review, idsByPath(session.knowledgeBase.playbooks)),
    async copyTo(path, target) {
      const blob = published.blobs.get(path);
      if (blob === undefined) throw new Error(`not approved: ${path}`);
      let content: Uint8Array | undefined;
      await review.history.read([blob], (_blob, bytes) => {
        content = bytes;
      });
      await writeFile(target, content ?? '');
    },
    about: {
      content: 'approved',
      playbooks: session.knowledgeBase.playbooks.size,
      leftOut: left,
      isConfigApproved: published.hasConfig,
      mayBeUnapproved: false,
    },
  };
}

/** The target with symbolic links resolved, as far as it exists. */
async function realTarget(path: string): Promise<string> {
  const real = await realpath(path).catch(() => undefined);
  if (real !== undefined) {
    await requireFolder(real, path);
    return real;
  }
  return dirname(path) === path ? path : join(await realTarget(dirname(path)), basename(path));
}

/** Places that a wrong word on the command line must not empty or fill. */
function refuseTarget(target: string, root: string, shown: string, { knowledgeBase }: Session): void {
  const isWithin = (path: string, folder: string) => path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
  if (target === parse(target).root || target === homedir()) throw new Failure('outIsHome', { folder: shown });
  if (isWithin(root, target)) throw new Failure('outHoldsContent', { folder: shown });
  if (isWithin(target, join(root, knowledgeBase.config.content))) throw new Failure('outInContent', { folder: shown });
}
