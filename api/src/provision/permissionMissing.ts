/** Somebody has to be asked for a permission; the message names it and who can give it. */
export class PermissionMissing extends Error {
  override readonly name = 'PermissionMissing';
}
