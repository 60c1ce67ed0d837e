package org.anamnesis.interpret;

/**
 * Somebody outside who proposes what the rules could not read, for example a language model. What
 * comes back is a text that nobody trusts: {@link Proposals} and {@link ProposalCheck} decide what
 * of it counts.
 */
public interface Adviser {
    /** Nobody is asked. */
    Adviser NONE = about -> new Answer.Failed("there is no language model");

    /** Asks once. Never throws, whatever happens on the way. */
    Answer advise(Consultation about);

    /** What came back. */
    sealed interface Answer {
        /** The whole text, of a bounded size. */
        record Said(String text) implements Answer {}

        /**
         * @param why in a few words of this program, never the other side's
         */
        record Failed(String why) implements Answer {}
    }
}
