import { useEffect, useState } from 'react';

/** `value` once it has stood still for `delayMs`; the first one at once. */
export function useDebounced<T>(value: T, delayMs: number): T {
  const [still, setStill] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setStill(value);
    }, delayMs);
    return () => {
      clearTimeout(timer);
    };
  }, [value, delayMs]);
  return still;
}
