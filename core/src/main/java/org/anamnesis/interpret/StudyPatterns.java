package org.anamnesis.interpret;

import java.util.List;
import java.util.function.Predicate;
import org.anamnesis.code.StudyKind;
import org.anamnesis.interpret.StudyTerms.Place;
import org.anamnesis.interpret.StudyTerms.Term;
import org.anamnesis.spec.CohortSpec;

/**
 * "bigeminy", "couplets": the pattern of extrasystoles, by which they go where nobody names them,
 * and no more than a detail where somebody does.
 */
final class StudyPatterns {
    private static final String PATTERN = "pattern";

    private final List<List<Place>> places;
    private final CohortSpec current;

    /**
     * @param places all that each phrase of the sentence may stand for
     */
    StudyPatterns(List<List<Place>> places, CohortSpec current) {
        this.places = places;
        this.current = current;
    }

    /** Whether it is the name of a pattern whose finding is named, or was asked for before. */
    boolean told(Place p) {
        Predicate<StudyKind.Shown> has =
                f -> f.details().stream().anyMatch(d -> d.id().equals(PATTERN));
        return pattern(p) && (named(p, has) || before(p.term().kind(), has));
    }

    private static boolean pattern(Place p) {
        return p.term() instanceof Term.Finding f && f.given().containsKey(PATTERN);
    }

    /** Before it or right behind it: "trigeminy and 5 % PACs" are two findings. */
    private boolean named(Place p, Predicate<StudyKind.Shown> has) {
        return places.stream()
                .flatMap(List::stream)
                .filter(o -> o.from() <= p.to() + 1 && !pattern(o))
                .anyMatch(o -> o.term() instanceof Term.Finding f && has.test(f.of()));
    }

    private boolean before(StudyKind kind, Predicate<StudyKind.Shown> has) {
        return current.beyond().study(kind.id()).stream()
                .flatMap(o -> o.findings().stream())
                .filter(f -> f.percent() > 0)
                .flatMap(f -> kind.finding(f.finding()).stream())
                .anyMatch(has);
    }
}
