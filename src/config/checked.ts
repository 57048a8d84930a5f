// A variable whose problem is said in our words.
import * as v from 'valibot';

/**
 * A text that `problem` finds nothing wrong with.
 * @param problem what to write instead; never with the text in it, which may be a secret. Null where it is right
 */
export function checked(problem: (value: string) => string | null) {
  return v.pipe(
    v.string(),
    v.rawCheck(({ dataset, addIssue }) => {
      const message = dataset.typed ? problem(dataset.value) : null;
      if (message !== null) addIssue({ message });
    }),
  );
}
