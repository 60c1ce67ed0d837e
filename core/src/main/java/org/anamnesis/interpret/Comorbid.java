package org.anamnesis.interpret;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;

/**
 * A condition beside that of the cohort, said again with a stage or corrected: "CKD stage 3 rather"
 * after "20 % with CKD" is of these 20 %, "no, with COPD" after "with hypertension" of the same
 * people. Neither makes another cohort.
 */
final class Comorbid {
    private static final String OTHER =
            "without|not|none|nobody|drop|remove|exclude|excluding|everyone|everybody|all|only|half"
                    + "|instead|but|half|%|percent|patients|people|cohort|start|new|replace|swap|than|never|any";

    private final Sentence s;
    private final CohortSpec current;

    private Comorbid(Sentence s, CohortSpec current) {
        this.s = s;
        this.current = current;
    }

    /** The sentence with what it leaves unsaid. */
    static Sentence plain(Sentence s, CohortSpec current, Vocabulary vocabulary) {
        if (s.foreign() || s.size() > 12 || current.condition().isEmpty()) {
            return s;
        }
        var words = new Comorbid(s, current);
        return words.staged()
                .or(words::other)
                .map(e -> s.exchanged(List.of(e), vocabulary))
                .orElse(s);
    }

    private Optional<Exchange> staged() {
        List<Sentence.Named> all = conditions();
        if (all.size() != 1 || free(0, s.size())) {
            return Optional.empty();
        }
        Sentence.Named n = all.get(0);
        boolean stage = new StageWords(s).beside(n.from(), n.to()).isPresent();
        boolean bare = !s.like(n.from() - 1, "with|has|have|having|also|of|and|plus");
        boolean main = current.condition().get().equals(n.concept().id());
        String words = s.english(n.from(), n.to());
        boolean make = s.like(n.from() - 1, "it|that|them") && s.like(n.from() - 2, "make");
        int from = make ? n.from() - 2 : n.from();
        return stage && bare && !main
                ? asked(n.concept().id()).map(c -> new Exchange(from, n.to(), c + words))
                : Optional.empty();
    }

    /** "no, with COPD", where people with another illness were asked last. */
    private Optional<Exchange> other() {
        int at = s.word(0).equals("no") ? 1 : -1;
        at = s.word(at).equals(",") ? at + 1 : at;
        boolean with = at > 0 && s.like(at, "with|having");
        Optional<Sentence.Named> now =
                with ? s.namedAt(at + 1, Concept.Kind.CONDITION) : Optional.empty();
        int to = now.map(Sentence.Named::to).orElse(-1);
        if (to < 0 || !s.like(to, "|[.!]|please|instead")) {
            return Optional.empty();
        }
        String words = s.english(at + 1, to);
        int end = s.like(to, "instead") ? to + 1 : to;
        return Last.of(current)
                .flatMap(Last::criterion)
                .filter(c -> c instanceof Criterion.HasCondition)
                .flatMap(c -> Catalogue.bundled().find(((Criterion.HasCondition) c).condition()))
                .filter(old -> !old.id().equals(now.get().concept().id()))
                .map(old -> new Exchange(0, end, words + " instead of " + old.name()))
                .or(() -> beside(end, words));
    }

    /** "no, with depression", where no other illness was asked: they have it too. */
    private Optional<Exchange> beside(int end, String words) {
        boolean none =
                current.constraints().stream()
                        .flatMap(c -> Last.criterion(c).stream())
                        .noneMatch(c -> c instanceof Criterion.HasCondition);
        boolean main = s.namedAt(0, Concept.Kind.CONDITION).isPresent();
        return none && !main
                ? Optional.of(new Exchange(0, end, "they also have " + words))
                : Optional.empty();
    }

    /** How it was asked: of a share of them, or of all. */
    private Optional<String> asked(String id) {
        for (Constraint c : current.constraints()) {
            boolean has =
                    Last.criterion(c)
                            .filter(
                                    x ->
                                            x instanceof Criterion.HasCondition h
                                                    && h.condition().equals(id))
                            .isPresent();
            if (has && c instanceof Constraint.Share share) {
                return Optional.of(
                        BigDecimal.valueOf(share.percent()).stripTrailingZeros().toPlainString()
                                + " % with ");
            } else if (has) {
                return Optional.of("they also have ");
            }
        }
        return Optional.empty();
    }

    private List<Sentence.Named> conditions() {
        return s.named().stream().filter(n -> n.is(Concept.Kind.CONDITION)).toList();
    }

    /** Whether it says of itself of how many, or that something else shall be. */
    private boolean free(int from, int to) {
        for (int i = from; i < to; i++) {
            boolean fraction = s.at(i).kind() == Token.Kind.FRACTION;
            if (fraction || (s.like(i, OTHER) && !s.inConcept(i))) {
                return true;
            }
        }
        return false;
    }
}
