/**
 * Runs before anything is painted: the reader's theme, and the mark that browser code is there. A file of its own,
 * because the site's policy allows no script inside pages.
 */
export const themeScript = `(function () {
  var root = document.documentElement;
  root.setAttribute('data-script', '');
  try {
    var theme = localStorage.getItem('playbook-theme');
    if (theme === 'light' || theme === 'dark') root.setAttribute('data-theme', theme);
  } catch (error) {
    // Storage may be closed for files; the system's theme applies then.
  }
})();
`;
