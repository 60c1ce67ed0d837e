package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.StudyKind;
import org.anamnesis.interpret.StudyTerms.Place;
import org.anamnesis.interpret.StudyTerms.Term;

/**
 * Several places of what there may be many of: "bilateral", "in both lower lobes", "in the right
 * upper and the left lower lobe".
 */
final class StudySpots {
    private static final String BOTH = "both|bilateral|bilaterally|either";
    private static final String JOIN = "and|&|plus|,|in|the|an?|lobes?";

    private final Sentence s;
    private final StudyClaim claim;
    private final List<Place> all;

    /**
     * @param all places of the sentence that name a kind or something in it
     */
    StudySpots(Sentence s, StudyClaim claim, List<Place> all) {
        this.s = s;
        this.claim = claim;
        this.all = all;
    }

    /** The detail that says where, of findings that can be in several places. */
    static Optional<StudyKind.Setting> where(StudyKind.Shown finding) {
        boolean many = finding.several() == StudyKind.Several.MANY;
        return finding.details().stream()
                .filter(d -> d.id().equals(StudyKind.SIDE) || (many && d.id().equals("lobe")))
                .filter(d -> d.choices().contains("right"))
                .reduce((a, b) -> many ? b : a);
    }

    /** Whether several are told of between two tokens. */
    boolean told(StudyKind.Shown finding, int from, int to) {
        return where(finding).filter(d -> read(d, from, to).places().size() > 1).isPresent();
    }

    /** Values of the detail that says where; empty where one place or none is told. */
    List<String> of(StudyKind.Shown finding, int from, int to) {
        Optional<StudyKind.Setting> where = where(finding);
        if (where.isEmpty()) {
            return List.of();
        }
        Read read = read(where.get(), from, to);
        if (read.places().size() < 2) {
            return List.of();
        }
        read.words().forEach(w -> claim.take(w[0], w[1]));
        return read.places();
    }

    /**
     * @param words that tell it, {from, to} each
     */
    private record Read(List<String> places, List<int[]> words) {}

    private Read read(StudyKind.Setting d, int from, int to) {
        Set<String> places = new LinkedHashSet<>();
        List<int[]> words = new ArrayList<>();
        int end = -1;
        boolean both = false;
        boolean open = !d.choices().contains(StudyKind.BOTH); // else it is said by that choice
        for (int i = from; i < to; i++) {
            int token = i;
            if (open && s.like(i, BOTH) && s.free(i) && !claim.used(i)) {
                both = true;
                words.add(new int[] {i, s.like(i + 1, StudyDetails.SIDED) ? i + 2 : i + 1});
            }
            Optional<Place> here =
                    all.stream()
                            .filter(o -> o.from() == token && o.to() <= to && !claim.used(token))
                            .filter(o -> o.term() instanceof Term.Detail)
                            .reduce((a, b) -> d.choices().contains(choice(b)) ? b : a);
            if (here.isEmpty()) {
                continue;
            }
            boolean two = open && choice(here.get()).equals(StudyKind.BOTH);
            boolean joined = places.isEmpty() || joined(end, i);
            if (two || (d.choices().contains(choice(here.get())) && joined)) {
                both |= two;
                end = here.get().to();
                words.add(new int[] {i, s.like(end, StudyDetails.SIDED) ? end + 1 : end});
                if (!two) {
                    places.add(choice(here.get()));
                }
                i = end - 1;
            }
        }
        return new Read(both ? sides(places) : List.copyOf(places), words);
    }

    private static String choice(Place p) {
        return ((Term.Detail) p.term()).choice();
    }

    private boolean joined(int from, int to) {
        boolean and = false;
        for (int i = from; i < to; i++) {
            if (!s.like(i, JOIN)) {
                return false;
            }
            and |= s.like(i, "and|&|plus|,");
        }
        return and;
    }

    /** On both sides what is said of one: of the lower lobes the right and the left one. */
    private static List<String> sides(Set<String> said) {
        String level = said.size() == 1 ? said.iterator().next() : "";
        return switch (level) {
            case "upper" -> List.of("RUL", "LUL");
            case "lower" -> List.of("RLL", "LLL");
            case "" -> said.isEmpty() ? List.of("right", "left") : List.copyOf(said);
            default -> List.of();
        };
    }
}
