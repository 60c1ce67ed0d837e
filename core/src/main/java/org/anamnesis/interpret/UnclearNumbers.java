package org.anamnesis.interpret;

/**
 * "2,000" in a language that writes decimals with a comma may be two or two thousand: figures are
 * not guessed.
 */
final class UnclearNumbers {
    private UnclearNumbers() {}

    static void find(Draft draft) {
        Sentence s = draft.sentence;
        for (int i = 0; i < s.size(); i++) {
            if (s.word(i).equals(Translation.UNCLEAR)) {
                draft.problem(
                        "request.number.unclear",
                        i,
                        i + 1,
                        "This number can be read in two ways, with decimals or with thousands.",
                        "digits without a mark, for example 2000, or 2.5 with decimals");
            }
        }
    }
}
