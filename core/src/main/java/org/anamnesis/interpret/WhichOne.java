package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.interpret.Reading.Quoted;
import org.anamnesis.interpret.Reading.Understood;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;

/**
 * "lose the antibiotic" and "the drug only in a quarter of them" where two drugs are asked: which
 * of them is asked back. Where one alone is meant it is read by its name.
 */
final class WhichOne {
    private static final String POINTS = "the|that|this";
    private static final String DRUG = "drug|medication|medicine|med|agent|pill|tablet|treatment";

    /** More than so many are no choice. */
    private static final int MOST = 4;

    private WhichOne() {}

    /** Words that mean some of the drugs asked. */
    private record Place(int from, int to, List<Concept> drugs) {}

    /** The sentence with the name of the only drug of a class that is asked. */
    static Sentence plain(Sentence s, CohortSpec current, Vocabulary vocabulary) {
        return place(s, current)
                .filter(p -> p.drugs().size() == 1)
                .map(
                        p ->
                                s.exchanged(
                                        List.of(
                                                new Exchange(
                                                        p.from(),
                                                        p.to(),
                                                        "the " + p.drugs().get(0).name())),
                                        vocabulary))
                .orElse(s);
    }

    /** The question which of several is meant; empty where it is not needed. */
    static Optional<Reading> over(
            Sentence s, CohortSpec current, Function<String, Reading> reader) {
        Optional<Place> place =
                place(s, current).filter(p -> p.drugs().size() > 1 && p.drugs().size() <= MOST);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        Place p = place.get();
        List<Clarification.Choice> choices = new ArrayList<>();
        List<Quoted> usual = new ArrayList<>();
        for (Concept c : p.drugs()) {
            if (!(reader.apply(named(s, p, c)) instanceof Understood u)
                    || u.edits().isEmpty()
                    || !u.questions().isEmpty()) {
                return Optional.empty();
            }
            if (choices.isEmpty()) {
                usual.addAll(u.edits());
            }
            choices.add(
                    new Clarification.Choice(
                            c.name(),
                            u.edits().stream().map(Quoted::edit).toList(),
                            "\"%s\" is taken as %s."
                                    .formatted(s.quote(p.from(), p.to()), c.name())));
        }
        var question =
                new Clarification(s.quote(p.from(), p.to()), "Which of them is meant?", choices);
        return Optional.of(
                new Understood(
                        usual,
                        List.of(question.usual().assumption()),
                        List.of(),
                        List.of(question)));
    }

    /** The message with the name of one of them. */
    private static String named(Sentence s, Place p, Concept drug) {
        return (s.english(0, p.from()) + " the " + drug.name() + " " + s.english(p.to(), s.size()))
                .strip();
    }

    private static Optional<Place> place(Sentence s, CohortSpec current) {
        if (s.foreign() || current.constraints().isEmpty()) {
            return Optional.empty();
        }
        List<Concept> asked = asked(current);
        for (int i = 0; i + 1 < s.size() && !asked.isEmpty(); i++) {
            if (!s.like(i, POINTS)) {
                continue;
            }
            Optional<Sentence.Named> named = s.namedAt(i + 1, Concept.Kind.DRUG_CLASS);
            if (named.isPresent()) {
                return ofClass(named.get(), i, asked);
            }
            if (s.like(i + 1, DRUG) && !s.inConcept(i + 1) && twoAtOnce(current)) {
                boolean others = s.named().stream().anyMatch(n -> !n.is(Concept.Kind.OBSERVATION));
                return others ? Optional.empty() : Optional.of(new Place(i, i + 2, asked));
            }
        }
        return Optional.empty();
    }

    /** Those of the class; none where the class itself is asked. */
    private static Optional<Place> ofClass(Sentence.Named named, int from, List<Concept> asked) {
        boolean whole = asked.stream().anyMatch(c -> c.id().equals(named.concept().id()));
        List<Concept> members =
                asked.stream().filter(c -> NarrowedDrugs.member(c, named.concept())).toList();
        return whole || members.isEmpty()
                ? Optional.empty()
                : Optional.of(new Place(from, named.to(), members));
    }

    /** The last two wishes are shares of two drugs: neither is more the one spoken of. */
    static boolean twoAtOnce(CohortSpec current) {
        List<Constraint> all = current.constraints();
        return all.size() > 1
                && all.subList(all.size() - 2, all.size()).stream()
                        .allMatch(
                                c ->
                                        c instanceof Constraint.Share h
                                                && h.criterion()
                                                        instanceof Criterion.TakesMedication);
    }

    /** What some or all shall take, in the order in which it was asked. */
    private static List<Concept> asked(CohortSpec current) {
        List<Concept> all = new ArrayList<>();
        for (Constraint c : current.constraints()) {
            if (Last.criterion(c).filter(k -> k instanceof Criterion.TakesMedication).isPresent()) {
                Catalogue.bundled().find(Last.concept(c)).ifPresent(all::add);
            }
        }
        return all;
    }
}
