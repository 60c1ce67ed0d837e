package org.anamnesis.interpret;

import java.util.Map;

/** Where an adviser comes from; found by {@link java.util.ServiceLoader}. */
public interface Advisers {
    /**
     * @param over settings that stand over those of the user's file and environment, such as {@code
     *     llm.model}
     * @return {@link Adviser#NONE} if none is set
     * @throws org.anamnesis.problem.RequestException if what is set cannot be
     */
    Adviser adviser(Map<String, String> over);
}
