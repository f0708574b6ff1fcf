/** Colours of VS Code's own themes that the extension's pages use, as the editor gives them to a webview. */
const themes = {
  'Light Modern': {
    kind: 'vscode-light',
    colors: {
      foreground: '#3B3B3B',
      descriptionForeground: '#3B3B3B',
      errorForeground: '#F85149',
      focusBorder: '#005FB8',
      'editor-background': '#FFFFFF',
      'editor-foreground': '#3B3B3B',
      'editorWarning-foreground': '#BF8803',
      'button-background': '#005FB8',
      'button-foreground': '#FFFFFF',
      'button-border': '#0000001A',
      'button-hoverBackground': '#0258A8',
      'list-hoverBackground': '#F2F2F2',
      'textLink-foreground': '#005FB8',
      'testing-iconPassed': '#73C991',
      'widget-border': '#E5E5E5',
    },
  },
  'Dark 2026': {
    kind: 'vscode-dark',
    colors: {
      foreground: '#BFBFBF',
      descriptionForeground: '#8C8C8C',
      errorForeground: '#F48771',
      focusBorder: '#3994BCB3',
      'editor-background': '#121314',
      'editor-foreground': '#BBBEBF',
      'editorWarning-foreground': '#CCA700',
      'button-background': '#297AA0',
      'button-foreground': '#FFFFFF',
      'button-border': '#297AA0',
      'button-hoverBackground': '#2B7DA3',
      'list-hoverBackground': '#FFFFFF14',
      'textLink-foreground': '#48A0C7',
      'testing-iconPassed': '#73C991',
      'widget-border': '#2A2B2C',
    },
  },
  'Dark High Contrast': {
    kind: 'vscode-high-contrast',
    colors: {
      foreground: '#FFFFFF',
      descriptionForeground: '#FFFFFFB3',
      errorForeground: '#F48771',
      focusBorder: '#F38518',
      contrastBorder: '#6FC3DF',
      contrastActiveBorder: '#F38518',
      'editor-background': '#000000',
      'editor-foreground': '#FFFFFF',
      'editorWarning-foreground': '#FFD370',
      'button-foreground': '#FFFFFF',
      'button-border': '#6FC3DF',
      'textLink-foreground': '#21A6FF',
      'testing-iconPassed': '#73C991',
    },
  },
} as const;

export type EditorTheme = keyof typeof themes;

export const editorThemes: readonly EditorTheme[] = ['Light Modern', 'Dark 2026', 'Dark High Contrast'];

/** A page as a webview shows it: the editor's colours on its root, the kind of theme on its body. */
export function inTheme(html: string, theme: EditorTheme): string {
  const { kind, colors } = themes[theme];
  const declarations = Object.entries({ ...colors, 'font-family': 'sans-serif', 'font-size': '13px' });
  const style = declarations.map(([name, value]) => `--vscode-${name}: ${value}`).join('; ');
  return html
    .replace('<html', `<html style="${style}"`)
    .replace(/<body(?: class="([^"]*)")?/, (_tag, own: string | undefined) => `<body class="${kind} ${own ?? ''}"`);
}
