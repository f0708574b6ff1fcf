/** Nothing of the surroundings, so that language and colours are known. */
export const plainEnvironment = { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', XDG_CACHE_HOME: '/dev/null', LANG: 'en_US.UTF-8' };
