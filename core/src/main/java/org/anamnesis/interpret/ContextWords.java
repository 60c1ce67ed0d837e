package org.anamnesis.interpret;

import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/**
 * Words that only what was said before gives a meaning: "no, type 1", "twice as many", "asthma
 * instead of COPD".
 */
final class ContextWords {
    private static final Set<String> OPENING =
            Set.of(
                    "no",
                    "nope",
                    "sorry",
                    "actually",
                    "wait",
                    "oops",
                    "rather",
                    "correction",
                    "wrong",
                    "i",
                    "meant",
                    "mean",
                    "not",
                    "hmm",
                    "yes",
                    "ok",
                    "okay",
                    "well");
    private static final int LONGEST_NAME = 6;

    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;

    private ContextWords(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
    }

    static void find(Draft draft, CohortSpec current) {
        ContextWords words = new ContextWords(draft, current);
        words.opening();
        words.insteadOf();
        words.insteadAlone();
        words.otherType();
        words.asMany();
        words.moreOfThem();
    }

    /** "no, men", "sorry, I meant 300": the words before the correction ask for nothing. */
    private void opening() {
        int end = 0;
        for (int i = 0; i < Math.min(6, s.size()) && OPENING.contains(s.word(i)); i++) {
            boolean comma = Set.of(",", ".", ":", "-", ";").contains(s.word(i + 1));
            boolean meant =
                    Set.of("meant", "actually", "sorry", "oops", "wait").contains(s.word(i));
            if (comma || meant) {
                end = comma ? i + 2 : i + 1;
                i = comma ? i + 1 : i;
            }
        }
        s.use(0, end);
    }

    /** What is given up is not asked for: "asthma instead of COPD", "not COPD but asthma". */
    private void insteadOf() {
        for (int i = 0; i < s.size(); i++) {
            boolean of = s.after(i, "instead of") > 0 || s.after(i, "rather than") > 0;
            if (of && s.free(i, i + 2)) {
                int end = i + 2;
                while (end < s.size()
                        && end < i + 2 + LONGEST_NAME
                        && !Set.of(",", ".", ";", "with", "and", "but").contains(s.word(end))) {
                    end++;
                }
                given(i + 2, end);
                s.use(i, end);
            }
        }
        for (int i = 0; i < s.size(); i++) { // "replace COPD with asthma", "swap X for Y"
            if (Set.of("replace", "swap", "exchange").contains(s.word(i)) && s.free(i)) {
                int end = i + 1;
                while (end < s.size() && !Set.of("with", "by", "for").contains(s.word(end))) {
                    end++;
                }
                given(i + 1, end);
                s.use(i, end + 1);
            }
        }
    }

    /** What stands here is not asked any more, if it was. */
    private void given(int from, int to) {
        for (Sentence.Named n : s.named()) {
            boolean here = n.from() >= from && n.to() <= to;
            if (here && Last.asked(current, n.concept().id())) {
                draft.edit(new Edit.Forget(n.concept().id()), n.from(), n.to());
            }
        }
    }

    /** "semaglutide instead": what drugs were asked give way. */
    private void insteadAlone() {
        boolean drug =
                s.named().stream()
                        .anyMatch(
                                n ->
                                        n.is(Concept.Kind.INGREDIENT)
                                                || n.is(Concept.Kind.DRUG_CLASS));
        for (int i = 0; drug && i < s.size(); i++) {
            boolean alone = s.word(i).equals("instead") && !s.word(i + 1).equals("of");
            if (alone && s.free(i)) {
                for (Constraint c : current.constraints()) {
                    boolean takes =
                            c instanceof Constraint.Require r
                                    && r.criterion() instanceof Criterion.TakesMedication;
                    if (takes) {
                        draft.edit(new Edit.Forget(Last.concept(c)), i, i + 1);
                    }
                }
            }
        }
    }

    /** "250 more", "another 100 patients". */
    private void moreOfThem() {
        for (int i = 0; i < s.size(); i++) {
            boolean behind = s.word(i + 1).equals("more") && !s.word(i + 2).equals("than");
            boolean before = s.word(i - 1).matches("another|additional|extra");
            boolean plain = s.at(i).number() && s.free(i) && !s.inConcept(i);
            boolean end = s.word(i + 2).matches("|patients|people|of|,|\\.|please");
            if (plain
                    && ((behind && end)
                            || (before && s.word(i + 1).matches("|patients|people|\\.")))) {
                long count = current.count() + s.at(i).value().longValue();
                draft.edit(new Edit.SetCount(count), before ? i - 1 : i, behind ? i + 2 : i + 1);
            }
        }
    }

    /** "type 1" where diabetes is what the talk is about. */
    private void otherType() {
        String condition = current.condition().orElse("");
        boolean diabetes = condition.startsWith("type-");
        for (int i = 0; diabetes && i < s.size(); i++) {
            boolean one = s.free(i) && s.word(i).equals("type") && !s.inConcept(i);
            String n = s.word(i + 1);
            String type =
                    n.equals("1") || n.equals("i") || n.startsWith("one")
                            ? "type-1-diabetes"
                            : n.equals("2") || n.equals("ii") || n.startsWith("two")
                                    ? "type-2-diabetes"
                                    : "";
            if (one && !type.isEmpty()) {
                draft.edit(new Edit.SetCondition(type), i, i + 2);
            }
        }
    }

    /** "twice as many patients", "double the number of patients", "half as many". */
    private void asMany() {
        for (int i = 0; i < s.size(); i++) {
            Optional<Double> factor = RelativeWords.factor(s.at(i));
            if (factor.isEmpty() || !s.free(i)) {
                continue;
            }
            int to = s.after(i + 1, "as many");
            for (String phrase :
                    Set.of(
                            "the number of patients",
                            "the number",
                            "the count",
                            "the cohort size",
                            "the size",
                            "the cohort",
                            "the patients")) {
                to = to > 0 ? to : s.after(i + 1, phrase);
            }
            if (to > 0) {
                long count = Math.max(1, Math.round(current.count() * factor.get()));
                draft.edit(new Edit.SetCount(count), i, to);
            }
        }
    }
}
