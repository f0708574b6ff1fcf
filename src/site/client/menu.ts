/** On narrow screens the list of pages slides over the page; without browser code its `:target` does the same. */
export function startMenu(): void {
  const menu = document.getElementById('pageNavigation');
  const opener = document.querySelector<HTMLElement>('[data-menu]');
  if (!menu || !opener) return;
  const setOpen = (isOpen: boolean): void => {
    menu.classList.toggle('open', isOpen);
    opener.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) menu.querySelector<HTMLElement>('[data-menu-close]')?.focus();
  };
  opener.setAttribute('role', 'button');
  opener.setAttribute('aria-controls', menu.id);
  opener.setAttribute('aria-expanded', 'false');
  opener.addEventListener('click', (event) => {
    event.preventDefault();
    setOpen(!menu.classList.contains('open'));
  });
  const close = (): void => {
    if (!menu.classList.contains('open')) return;
    setOpen(false);
    opener.focus();
  };
  menu.querySelector('[data-menu-close]')?.addEventListener('click', (event) => {
    event.preventDefault();
    close();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  document.addEventListener('click', (event) => {
    const { target } = event;
    if (target instanceof Node && menu.classList.contains('open') && !menu.contains(target) && !opener.contains(target)) setOpen(false);
  });
}
