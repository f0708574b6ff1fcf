import { element } from './page.js';

export interface Copied {
  readonly text: string;
  /** HTML for programs that take formatted text; absent where only plain text is wanted. */
  readonly html?: string;
}

/** Puts a text on the clipboard: by the browser's interface where it allows that, else by the old command, which files have too. */
export async function writeClipboard(content: Copied): Promise<boolean> {
  try {
    if (window.isSecureContext && 'clipboard' in navigator) {
      if (content.html === undefined) await navigator.clipboard.writeText(content.text);
      else await navigator.clipboard.write([itemOf(content.text, content.html)]);
      return true;
    }
  } catch {
    // Refused, for instance without focus: the other way may still work.
  }
  return copyByCommand(content);
}

function itemOf(text: string, html: string): ClipboardItem {
  return new ClipboardItem({
    'text/plain': new Blob([text], { type: 'text/plain' }),
    'text/html': new Blob([html], { type: 'text/html' }),
  });
}

/** The command copies a selection; what lands on the clipboard is then ours to say. */
function copyByCommand({ text, html }: Copied): boolean {
  const focused = document.activeElement;
  const area = element('textarea', { class: 'off-screen', 'aria-hidden': 'true', tabindex: '-1' });
  area.value = text;
  document.body.append(area);
  area.select();
  const fill = (event: ClipboardEvent): void => {
    if (html === undefined || !event.clipboardData) return;
    event.clipboardData.setData('text/plain', text);
    event.clipboardData.setData('text/html', html);
    event.preventDefault();
  };
  document.addEventListener('copy', fill);
  let done = false;
  try {
    done = document.execCommand('copy');
  } catch {
    done = false;
  }
  document.removeEventListener('copy', fill);
  area.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return done;
}
