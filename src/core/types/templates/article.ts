import type { Localized } from '../../model/locale.js';

export const templates: Localized = { 'zh-Hans': '', 'zh-Hant': '', en: '' };
