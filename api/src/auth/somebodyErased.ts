/** Stands where the object id of somebody stood who was erased: of nobody, so that no look-up finds a name. */
export const somebodyErased = '00000000-0000-0000-0000-000000000000';
