package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.interpret.Places.Kind;
import org.anamnesis.spec.Criterion.CategoryIn;
import org.anamnesis.spec.Regions;

/** "only the Midwest", "60 % from the South or West", "with the region as a column". */
final class RegionWords {
    private static final Set<String> COLUMN =
            Set.of("include", "add", "with", "show", "including", "plus", "census", "column", "us");

    private RegionWords() {}

    static void find(Draft draft) {
        Sentence s = draft.sentence;
        List<Places.Named> found = new ArrayList<>();
        for (int i = 0; i < s.size(); i++) {
            Optional<Places.Named> n =
                    s.free(i) && !s.inConcept(i) ? Places.at(s, i) : Optional.empty();
            if (n.isPresent()) {
                if (n.get().place().kind() == Kind.REGION) {
                    found.add(n.get());
                }
                i = n.get().to() - 1;
            }
        }
        for (int k = 0; k < found.size(); ) {
            Set<String> levels = new LinkedHashSet<>(List.of(found.get(k).place().name()));
            int last = k;
            while (last + 1 < found.size()
                    && Lists.joined(
                            s,
                            end(s, found.get(last).to()),
                            start(s, found.get(last + 1).from()))) {
                levels.add(found.get(++last).place().name());
            }
            region(draft, List.copyOf(levels), found.get(k).from(), end(s, found.get(last).to()));
            k = last + 1;
        }
        if (found.isEmpty()) {
            column(draft);
        }
    }

    private static void region(Draft draft, List<String> levels, int from, int to) {
        draft.found(Draft.Topic.CATEGORY, new CategoryIn(Regions.NAME, levels), from, to);
        draft.assume(said());
    }

    /** The sentence on what the column is worth. */
    private static String said() {
        String text = Regions.BORROWED;
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    /** "the southern states", "the South region". */
    private static int end(Sentence s, int to) {
        boolean more = s.like(to, "regions?|states?|parts?|usa?|america|united") && s.free(to);
        return !more ? to : s.word(to).equals("united") ? to + 2 : end(s, to + 1);
    }

    private static int start(Sentence s, int from) {
        return s.word(from - 1).equals("the") ? from - 1 : from;
    }

    /** The column is wanted, whoever lives where. */
    private static void column(Draft draft) {
        Sentence s = draft.sentence;
        for (int i = 0; i < s.size(); i++) {
            boolean word = s.like(i, "regions?") && s.free(i) && !s.inConcept(i);
            boolean before =
                    COLUMN.contains(s.word(i - 1))
                            || COLUMN.contains(s.word(i - 2))
                            || COLUMN.contains(s.word(i - 3));
            if (word && (before || COLUMN.contains(s.word(i + 1)))) {
                int from = s.like(i - 1, "census|us") ? i - 1 : i;
                s.use(from, i + 1);
                region(draft, Regions.ALL, from, i + 1);
                return;
            }
        }
    }
}
