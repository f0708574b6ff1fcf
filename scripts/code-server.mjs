import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { installPackages, isDebian, isDebianRoot, missingPackages } from './debian.mjs';

/** The one place that says which VS Code the tests run in where a desktop one cannot be had: 4.139.1 carries VS Code 1.139.1. */
const version = '4.139.1';
/** What building its native parts needs on Debian. */
const debianPackages = ['libkrb5-dev', 'pkg-config'];
const serverPath = join('node_modules', 'code-server', 'lib', 'vscode', 'out', 'server-main.js');

/** Node 24, which code-server wants, from the npm package `node`. */
export const serverNode = resolve('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Folder for what tests download; shared by all clones of a user. */
export function cacheFolder() {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'playbook-kb');
}

/** Why code-server cannot be used on this machine, or undefined if it can. */
export function whyNoCodeServer() {
  if (existsSync(join(installedFolder(), serverPath))) return undefined;
  if (process.platform === 'win32') return 'code-server does not run on Windows; set VSCODE to the path of Code.exe';
  const missing = isDebian() && !isDebianRoot() ? missingPackages(debianPackages) : [];
  return missing.length > 0 ? `code-server needs more of the system: sudo apt-get install ${missing.join(' ')}` : undefined;
}

/**
 * Path of the VS Code server inside code-server, installed first if it is not in the cache: once about two minutes and 600 MB.
 * Throws an error that says what to do where it cannot be installed.
 */
export function installCodeServer() {
  const folder = installedFolder();
  const server = join(folder, serverPath);
  if (existsSync(server)) return server;
  const reason = whyNoCodeServer();
  if (reason !== undefined) throw new Error(reason);
  addDebianPackages();
  mkdirSync(cacheFolder(), { recursive: true });
  // Beside its place, so that a broken installation is never taken for a whole one.
  const fresh = mkdtempSync(`${folder}.new-`);
  try {
    writeFileSync(
      join(fresh, 'package.json'),
      JSON.stringify({ private: true, dependencies: { 'code-server': version }, allowScripts: { 'code-server': true, argon2: true } }),
    );
    console.log(`Installing code-server ${version} into ${folder} (once; about two minutes and 600 MB) …`);
    installInto(fresh);
    if (!existsSync(join(fresh, serverPath))) throw new Error(`code-server ${version} has no ${serverPath}.`);
    try {
      renameSync(fresh, folder);
    } catch (error) {
      // Another run was faster.
      if (!existsSync(server)) throw error;
    }
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return server;
}

function installedFolder() {
  return join(cacheFolder(), `code-server-${version}`);
}

function installInto(folder) {
  const log = join(folder, 'install.log');
  const output = openSync(log, 'w');
  const { status, error } = spawnSync('npm', ['install', '--no-fund', '--no-audit', '--no-update-notifier'], {
    cwd: folder,
    stdio: ['ignore', output, output],
    timeout: 20 * 60_000,
    // npm and the scripts of packages run on the Node that is found first.
    env: { ...withoutNpmSettings(process.env), PATH: `${dirname(serverNode)}${delimiter}${process.env.PATH ?? ''}` },
  });
  if (status === 0) return;
  throw new Error(`code-server ${version} could not be installed: ${error?.message ?? `npm ended with ${status}`}\n${lastLines(log, 40)}`);
}

/** `npm run` hands its own settings down, which would make the inner npm work on this project. */
function withoutNpmSettings(environment) {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^npm_(lifecycle|package|config_local_prefix)/i.test(name)));
}

function addDebianPackages() {
  if (!isDebian()) return;
  const missing = missingPackages(debianPackages);
  if (missing.length > 0) installPackages(missing);
}

function lastLines(path, count) {
  return readFileSync(path, 'utf8').split('\n').slice(-count).join('\n');
}
