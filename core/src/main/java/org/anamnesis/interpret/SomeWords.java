package org.anamnesis.interpret;

/** Words of an amount that is not said: "some", "not everyone", "more women". */
final class SomeWords {
    private SomeWords() {}

    /** "need some cancer data": some of what is made, not some of the people. */
    static boolean wanted(Sentence s, int i) {
        return s.word(i).equals("some")
                && s.like(i - 1, "need|needs|want|me|us|get|make|create|generate|like|have")
                && i <= 5;
    }

    /** "not just women", "not everyone should have asthma": some may be something else. */
    static boolean some(Sentence s, int not) {
        return s.word(not).equals("not")
                && s.like(
                        not + 1, "just|only|merely|all|everyone|everybody|every|necessarily|solely")
                && !s.like(not + 2, "at");
    }

    /** "more women", "fewer smokers": by how much is not said. */
    static boolean amount(Sentence s, int i) {
        return s.like(i, "more|fewer|less") && !s.like(i - 1, "no|not|%|percent");
    }
}
