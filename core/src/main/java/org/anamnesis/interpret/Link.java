package org.anamnesis.interpret;

import java.util.List;
import org.anamnesis.code.Concept;

/** What a phrase that is no name of the catalogue may mean. */
public sealed interface Link {
    /**
     * A concept and how near the phrase is to it.
     *
     * @param concept of the catalogue
     * @param similarity from -1 to 1, no unit; what is near depends on the model
     */
    record Near(Concept concept, double similarity) {}

    /** One concept is near enough and no other is. */
    record Clear(Near near) implements Link {}

    /**
     * Near to something and not near enough to be taken for it, or near to several.
     *
     * @param nearest at least one, the nearest first
     */
    record Unclear(List<Near> nearest) implements Link {
        public Unclear {
            nearest = List.copyOf(nearest);
            if (nearest.isEmpty()) {
                throw new IllegalArgumentException("near to nothing");
            }
        }
    }

    /**
     * Something else.
     *
     * @param nearest to offer instead, the nearest first; empty if nobody looked
     */
    record Foreign(List<Near> nearest) implements Link {
        public Foreign {
            nearest = List.copyOf(nearest);
        }
    }

    /**
     * Nobody could look.
     *
     * @param why in a sentence, and what to do
     */
    record Unavailable(String why) implements Link {}
}
