package org.anamnesis.interpret;

import org.anamnesis.code.Vocabulary;
import org.anamnesis.spec.CohortSpec;

/** "ok, do that" while something is supposed: what was supposed is the cohort from now on. */
public final class Supposing {
    private static final int LONGEST = 60;

    private Supposing() {}

    /** Whether the message ends a what-if and says nothing else. */
    public static boolean ends(String message, CohortSpec current, Language likely) {
        return current.beyond().baseline().isPresent()
                && message.length() <= LONGEST
                && WhatIfWords.ends(
                        new Sentence(
                                MessageText.withoutControls(message),
                                Vocabulary.bundled(),
                                likely));
    }
}
