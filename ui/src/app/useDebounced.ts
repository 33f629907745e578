import { useEffect, useState } from 'react'

/** A value that follows another once it has been still for a while; in milliseconds. */
export function useDebounced<Value>(value: Value, stillFor: number): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), stillFor)
    return () => clearTimeout(timer)
  }, [value, stillFor])
  return settled
}
