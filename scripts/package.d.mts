export const largestPackage: number;
export const extensionPage: string;
export function packExtension(folder: string): Promise<string>;
