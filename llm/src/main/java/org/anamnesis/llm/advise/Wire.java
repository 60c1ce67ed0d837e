package org.anamnesis.llm.advise;

/** A way to a model. */
interface Wire {
    /**
     * The model's answer, whole.
     *
     * @throws RuntimeException if there is none; a {@link CallFailed} says why in words for the
     *     user
     */
    String answer(Prompt prompt);
}
