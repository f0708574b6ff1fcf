/** Whether writing failed for want of space, or of as much as one file may have: no other place on the disk would mend that. */
export function isFullDisk(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(String(error.code));
}
