// Starts `inforce lsp` where a workspace has rule files, and hands it the settings.
'use strict';

const vscode = require('vscode');
const {LanguageClient, TransportKind} = require('vscode-languageclient/node');

let client;

function setting(name) {
  return vscode.workspace.getConfiguration('inforce').get(name);
}

function program() {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return setting('path').replace('${workspaceFolder}', folder?.uri.fsPath ?? '.');
}

function options() {
  return {rules: setting('rules'), pages: setting('pages'), inlayHints: setting('inlayHints')};
}

/// Whether a document says `inforce:`, or some folder of the workspace, or one above it, has rules.
async function concerns(document) {
  if (/^inforce:/m.test(document.getText())) return true;
  if (setting('rules').length > 0) return true;
  const found = await vscode.workspace.findFiles('**/rules/**/*.{yaml,yml}', '**/node_modules/**', 1);
  if (found.length === 0) return false;
  const text = Buffer.from(await vscode.workspace.fs.readFile(found[0])).toString('utf8');
  return /^inforce:/m.test(text);
}

async function start() {
  if (client) return;
  const server = {command: program(), args: ['lsp'], transport: TransportKind.stdio};
  client = new LanguageClient('inforce', 'inforce', {run: server, debug: server}, {
    documentSelector: [{scheme: 'file', language: 'yaml'}],
    initializationOptions: options(),
  });
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    const choice = await vscode.window.showErrorMessage(
      `inforce could not be started as \`${program()}\`: ${error.message ?? error}`, 'Open settings');
    if (choice) vscode.commands.executeCommand('workbench.action.openSettings', 'inforce.path');
  }
}

async function stop() {
  const running = client;
  client = undefined;
  if (running) await running.stop();
}

async function look_at(document) {
  if (!client && document.languageId === 'yaml' && document.uri.scheme === 'file' && (await concerns(document))) {
    await start();
  }
}

async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand('inforce.restart', async () => {
      await stop();
      await start();
    }),
    vscode.workspace.onDidOpenTextDocument(look_at),
    vscode.workspace.onDidSaveTextDocument(look_at),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (!event.affectsConfiguration('inforce') || !client) return;
      if (event.affectsConfiguration('inforce.path')) {
        await stop();
        await start();
      } else {
        await client.sendNotification('workspace/didChangeConfiguration', {settings: {inforce: options()}});
      }
    }));
  for (const document of vscode.workspace.textDocuments) await look_at(document);
}

module.exports = {activate, deactivate: stop};
