/** Keeps the page in the editor's kind of theme, high contrast included, as long as it is shown. */
export function followTheme(): void {
  const root = document.documentElement;
  root.setAttribute('data-script', '');
  const show = (): void => {
    const { classList } = document.body;
    const isLight = classList.contains('vscode-light') || classList.contains('vscode-high-contrast-light');
    root.dataset['theme'] = isLight ? 'light' : 'dark';
    root.toggleAttribute(
      'data-high-contrast',
      classList.contains('vscode-high-contrast') || classList.contains('vscode-high-contrast-light'),
    );
  };
  show();
  new MutationObserver(show).observe(document.body, { attributes: true, attributeFilter: ['class'] });
}
