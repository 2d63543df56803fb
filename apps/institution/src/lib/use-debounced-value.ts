import { useEffect, useState } from "react";

/** The value once it has stood still for so many milliseconds: one request per thought, not per keystroke. */
export function useDebouncedValue<Value>(value: Value, wait = 300): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), wait);
    return () => clearTimeout(timer);
  }, [value, wait]);
  return settled;
}
