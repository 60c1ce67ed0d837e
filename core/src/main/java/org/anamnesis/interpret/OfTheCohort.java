package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Criterion.CategoryIn;

/**
 * "30 % of the heart failure patients with reduced EF", of a cohort that has heart failure: 30 % of
 * them. The share is of what is said of them, and neither of the condition nor of everyone.
 */
final class OfTheCohort {
    private static final Phrases DIABETES =
            new Phrases(Set.of("diabetes", "diabetic", "diabetics"));
    private static final String THESE = "the|these|those|our|my|all|your|this";
    private static final String SAID =
            "with|on|who|whose|have|has|are|is|take|takes|taking|having|in";

    private static final String WOMEN = "women|ladies|females";
    private static final String MEN = "men|gentlemen|males";
    private static final Criterion FEMALE = new CategoryIn("sex", List.of("female"));
    private static final Criterion MALE = new CategoryIn("sex", List.of("male"));

    private final Sentence s;
    private final CohortSpec current;
    private final Optional<String> main;

    private OfTheCohort(Sentence s, CohortSpec current) {
        this.s = s;
        this.current = current;
        this.main = current.condition();
    }

    static Sentence plain(Sentence s, CohortSpec current, Vocabulary vocabulary) {
        List<Exchange> exchanges = new OfTheCohort(s, current).all();
        return s.exchanged(exchanges, vocabulary);
    }

    private List<Exchange> all() {
        List<Exchange> all = new ArrayList<>();
        for (int i = 1; i < s.size(); i++) {
            boolean of = s.word(i).equals("of");
            boolean none = of && s.like(i - 1, "none|all");
            int sex = of && (none || share(i - 1)) ? sex(i + 1) : -1;
            int to = sex < 0 && of && share(i - 1) ? head(i + 1) : sex;
            if (to > 0 && s.like(to, SAID)) {
                all.add(new Exchange(i + 1, to, "them"));
            }
        }
        return all;
    }

    private boolean people(int i) {
        return Words.PERSONS.contains(s.word(i));
    }

    private boolean share(int last) {
        return ShareWords.endingAt(s, last).isPresent();
    }

    /** Index behind "the women", of a cohort of women; -1 else. */
    private int sex(int from) {
        int at = s.like(from, THESE) ? from + 1 : from;
        boolean women = s.like(at, WOMEN) && only(FEMALE, WOMEN, from);
        boolean men = s.like(at, MEN) && only(MALE, MEN, from);
        return women || men ? at + 1 : -1;
    }

    /** Whether all are of the sex, or it was named before, and not as a share. */
    private boolean only(Criterion sex, String words, int before) {
        boolean asked = current.constraints().contains(new Constraint.Require(sex));
        for (int i = 0; i < before && !asked && main.isEmpty(); i++) {
            asked = s.like(i, words) && !share(i - 1) && !s.like(i - 1, "of|the|and");
        }
        return asked;
    }

    /** Index behind "the heart failure patients", "those with heart failure", or -1. */
    private int head(int from) {
        int at = s.like(from, THESE) ? from + 1 : from;
        int to = named(at, from);
        if (to > 0) {
            return people(to) ? to + 1 : to;
        }
        boolean those = people(at) || s.like(at - 1, "those|these");
        int with = people(at) ? at + 1 : at;
        int name = s.like(with + 1, THESE) ? with + 2 : with + 1;
        return those && s.like(with, "with|having") ? named(name, from) : -1;
    }

    /** Index behind the condition that everyone has already, or -1. */
    private int named(int at, int before) {
        Optional<Sentence.Named> n = s.namedAt(at, Concept.Kind.CONDITION);
        if (n.isPresent()) {
            String id = n.get().concept().id();
            return EjectionWords.subtype(n.get()).isEmpty() && had(id, before) ? n.get().to() : -1;
        }
        int to = s.afterAny(at, DIABETES);
        boolean any = had("type-2-diabetes", before) || had("type-1-diabetes", before);
        return any ? to : -1;
    }

    private boolean had(String id, int before) {
        return main.isPresent()
                ? main.get().equals(id)
                : first(before).filter(id::equals).isPresent();
    }

    /** The condition that a first message names first: its patients are those talked about. */
    private Optional<String> first(int before) {
        return s.named().stream()
                .filter(n -> n.is(Concept.Kind.CONDITION) && n.from() < before)
                .findFirst()
                .filter(n -> !share(n.from() - 1) && !s.like(n.from() - 1, "of|no|without"))
                .filter(n -> !s.like(n.from() - 1, "with") || people(n.from() - 2))
                .map(n -> n.concept().id());
    }
}
