package org.anamnesis.interpret;

import java.util.List;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;

/**
 * "that's too young, 70" of a cohort with ages: another age, and no number of patients. Without a
 * number it is asked by how much.
 */
final class TooOld {
    private static final String SUBJECT =
            "thats|that|theyre|they|its|it|these|those|is|are|s|re|a|bit|much|far|way|still|rather|no|sorry|hmm?|oh|,|and|but";

    private TooOld() {}

    static Sentence plain(Sentence s, CohortSpec current, Vocabulary vocabulary) {
        int at = 0;
        while (s.like(at, SUBJECT)) {
            at++;
        }
        boolean said = s.word(at).equals("too") && s.like(at + 1, "old|young");
        if (!said || !ages(current)) {
            return s;
        }
        int number = at + 2;
        while (s.like(number, "[,;:.—-]|make|it|rather|say|please|should|be|better|then|at|to")) {
            number++;
        }
        int end = s.like(number + 1, "years?") ? number + 2 : number + 1;
        boolean ends = s.like(end, "|[.!,]|please|instead|then|rather|or|and|\\+");
        if (!s.at(number).number() || !ends) {
            return number >= s.size()
                    ? s.exchanged(
                            List.of(
                                    new Exchange(
                                            0,
                                            s.size(),
                                            s.like(at + 1, "old")
                                                    ? "make them younger"
                                                    : "make them older")),
                            vocabulary)
                    : s;
        }
        boolean mean = current.constraints().stream().anyMatch(TooOld::mean);
        String instead = mean ? "mean age" : "no ,";
        return s.exchanged(List.of(new Exchange(0, number, instead)), vocabulary);
    }

    private static boolean mean(Constraint c) {
        return c instanceof Constraint.Mean m && m.observation().equals("age");
    }

    private static boolean ages(CohortSpec current) {
        return current.constraints().stream()
                .anyMatch(
                        c ->
                                mean(c)
                                        || Last.criterion(c)
                                                .filter(k -> k instanceof Criterion.AgeBetween)
                                                .isPresent());
    }
}
