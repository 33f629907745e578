/** A question that can be asked before somebody needs the answer, about one thing. */
export interface Ahead<Answer> {
  /** Asks it now; more than once is once. */
  ask: (of: string) => Promise<Answer>
  /** The answer that was asked for ahead, for who takes it first; how things stand then, for everybody later. */
  take: (of: string) => Promise<Answer>
}

export function ahead<Answer>(ask: (of: string) => Promise<Answer>): Ahead<Answer> {
  let asked: { of: string; answer: Promise<Answer> } | null = null
  return {
    ask: (of) => {
      if (asked?.of !== of) {
        asked = { of, answer: ask(of) }
      }
      return asked.answer
    },
    take: (of) => {
      const first = asked
      asked = null
      return first?.of === of ? first.answer : ask(of)
    },
  }
}
