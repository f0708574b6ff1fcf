/** Names the sources that read playbooks and the packages they use; the build fills it in. */
declare const PLAYBOOK_READER: string | undefined;

/** Another name, another reading: what was kept under this one may not be used. Undefined when run from sources. */
export const builtReader = typeof PLAYBOOK_READER === 'string' ? PLAYBOOK_READER : undefined;
