package org.anamnesis.interpret;

import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.anamnesis.code.Concept;

/**
 * Looks for the meaning of phrases that the rules do not know. The same phrase always gets the same
 * answer; what it takes to answer is loaded with the first phrase.
 */
public interface Linker {
    /**
     * @param phrase a few English words, as they were typed
     * @param kinds what it can be, by its place in the message
     */
    Link link(String phrase, Set<Concept.Kind> kinds);

    /** Knows nothing. */
    Linker NONE = (phrase, kinds) -> new Link.Foreign(List.of());

    /** The one on the class path, looked for with the first phrase; without one, {@link #NONE}. */
    static Linker installed() {
        return (phrase, kinds) -> Installed.LINKER.link(phrase, kinds);
    }

    /** Made when first needed. */
    final class Installed {
        private static final Linker LINKER =
                ServiceLoader.load(Linker.class, Linker.class.getClassLoader())
                        .findFirst()
                        .orElse(NONE);

        private Installed() {}
    }
}
