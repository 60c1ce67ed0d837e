package org.anamnesis.interpret;

import org.anamnesis.spec.CohortSpec;

/**
 * Reads one message: by rules, embeddings or a language model. The answer is a proposal, checked
 * like user input.
 */
public interface Reader {
    /**
     * @param message the user's words, any text
     * @param current the specification that the words may refer to
     */
    Reading read(String message, CohortSpec current);

    /**
     * The same within a conversation.
     *
     * @param likely the language of a message that shows none, such as "60 %"
     */
    default Reading read(String message, CohortSpec current, Language likely) {
        return read(message, current);
    }
}
