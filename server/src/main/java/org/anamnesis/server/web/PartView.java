package org.anamnesis.server.web;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.converse.Parts;
import org.anamnesis.converse.SpecPart;
import org.anamnesis.spec.CohortSpec;

/**
 * A line of the living specification.
 *
 * @param part the line
 * @param words of the user that it rests on
 * @param hand whether it was changed on the page
 * @param flags what the user should know of it
 */
public record PartView(SpecPart part, List<String> words, boolean hand, List<String> flags) {
    /** Whether nobody said it: decided by the program. */
    public boolean assumed() {
        return words.isEmpty() && !hand;
    }

    /**
     * @param turns all that were told, oldest first; the latest word about a line counts
     */
    static List<PartView> of(CohortSpec spec, List<TurnView> turns, Flags flags) {
        List<PartView> all = new ArrayList<>();
        for (SpecPart p : Parts.of(spec)) {
            List<String> words = List.of();
            boolean hand = false;
            for (TurnView t : turns) {
                // What the user said and was so already is no change, and yet said.
                for (String read : t.reading()) {
                    if (read.startsWith(p.text() + " (\"") && read.endsWith("\")")) {
                        words = List.of(read.substring(p.text().length() + 3, read.length() - 2));
                        hand = false;
                    }
                }
                for (TurnView.ChangeView c : t.changes()) {
                    if (!c.kind().equals("removed") && about(c, p)) {
                        words = c.words().isEmpty() ? words : c.words();
                        hand = t.message().startsWith("changed by hand:");
                    }
                }
            }
            all.add(new PartView(p, words, hand, flags.of(p.text(), words)));
        }
        return all;
    }

    private static boolean about(TurnView.ChangeView c, SpecPart p) {
        String subject =
                switch (p.id()) {
                    case "count" -> "patients";
                    default -> p.id();
                };
        return c.text().equals(p.text()) || c.text().startsWith(subject + ":");
    }
}
