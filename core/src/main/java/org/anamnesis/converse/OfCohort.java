package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.interpret.Question;
import org.anamnesis.plan.DealtWords;
import org.anamnesis.plan.Look;
import org.anamnesis.plan.Statistic;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Criterion;

/** The figure that was asked about, of the people who are asked for at present. */
final class OfCohort {
    private static final String PRESENT = "of those asked for at present: ";

    private OfCohort() {}

    /** Whether a question may be about the people talked of, and these are not all who have it. */
    static boolean matters(Question question, CohortSpec spec) {
        boolean narrower = !spec.constraints().isEmpty() || !spec.beyond().groups().all().isEmpty();
        if (question instanceof Question.Statistic q) {
            boolean mean = q.kind() == Question.Statistic.Kind.MEAN && q.unit().isEmpty();
            return narrower
                    && mean
                    && q.filters().isEmpty()
                    && q.condition().equals(spec.condition());
        }
        return question instanceof Question.Share q
                && narrower
                && q.filters().isEmpty()
                && q.condition().equals(spec.condition())
                && id(q).isPresent();
    }

    /**
     * The answer with the cohort's own figure in front, if it is among those counted.
     *
     * @param about which population they were counted in
     */
    static Answer beside(Answer answer, Question question, Look look, String about) {
        Optional<Statistic> own = own(question, look);
        if (own.isEmpty()) {
            return answer;
        }
        List<String> lines = new ArrayList<>();
        lines.add(PRESENT + amount(own.get()));
        lines.addAll(answer.lines());
        Map<String, Object> json = new LinkedHashMap<>(answer.json());
        json.put("cohort", own.get().value());
        json.put("cohort_counted_in", about);
        return new Answer(answer.text(), lines, json);
    }

    /** What is known of a drug that nobody but the request tells of: empty of everything else. */
    static Optional<Answer> alone(Question question, Look look) {
        return own(question, look)
                .filter(s -> look.reach().explained().stream().anyMatch(DealtWords::told))
                .map(
                        s ->
                                new Answer(
                                        PRESENT + amount(s),
                                        look.reach().explained().stream()
                                                .filter(DealtWords::told)
                                                .toList(),
                                        Map.of("kind", "share", "cohort", s.value())));
    }

    private static Optional<Statistic> own(Question question, Look look) {
        boolean share = question instanceof Question.Share;
        String id =
                question instanceof Question.Statistic q
                        ? q.observation()
                        : id((Question.Share) question).orElseThrow();
        return look.statistic(id, share);
    }

    private static String amount(Statistic own) {
        return (own.share() ? "%s" : "mean %s").formatted(Amounts.of(own.value(), own.unit()));
    }

    /** What a counted share is called. */
    private static Optional<String> id(Question.Share q) {
        if (q.what().size() != 1) {
            return Optional.empty();
        }
        Criterion c = q.what().get(0);
        if (c instanceof Criterion.HasCondition h && h.stage().isEmpty()) {
            return Optional.of(h.condition());
        }
        if (c instanceof Criterion.TakesMedication t) {
            return Optional.of(t.medication());
        }
        boolean women =
                c instanceof Criterion.CategoryIn in
                        && in.variable().equals("sex")
                        && in.levels().equals(List.of("female"));
        boolean smokers =
                c instanceof Criterion.CategoryIn in
                        && in.variable().equals("smoking")
                        && in.levels().equals(List.of("current"));
        return women ? Optional.of("female") : smokers ? Optional.of("smoking") : Optional.empty();
    }
}
