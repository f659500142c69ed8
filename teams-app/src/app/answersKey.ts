/** Under which name this device keeps the last answers (decision 0010). */
export const answersKey = 'last-mile.answers';
