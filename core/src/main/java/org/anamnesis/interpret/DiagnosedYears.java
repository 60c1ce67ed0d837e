package org.anamnesis.interpret;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion.ObservationWithin;
import org.anamnesis.spec.Edit;

/**
 * So many years since the diagnosis and no other number: "from diagnosis for 10 years", "diagnosed
 * 10 years ago", "a diabetes duration of 10 years". Only of diabetes the survey tells them.
 */
final class DiagnosedYears {
    private static final Map<String, String> SETS =
            Map.of(
                    "@diagnosis",
                    "diagnosis/the_diagnosis/their_diagnosis/onset/disease_onset/the_onset/first_diagnosis/the_time_of_diagnosis/time_of_diagnosis/the_date_of_diagnosis/date_of_diagnosis",
                    "@for",
                    "for/over/for_the_first/for_the_next/for_the_following/over_the_first/over_the_next/over_the_following/through_the_first",
                    "@disease",
                    "diabetes/disease/illness/their_diabetes/known_diabetes",
                    "@years",
                    "years/year/yrs/y");

    /** A history that begins with the diagnosis and lasts so long. */
    private static final List<IdiomPattern> HISTORIES =
            IdiomPattern.all(
                    SETS,
                    "[followed] from/since @diagnosis [on/onwards] @for {int} @years",
                    "[followed] for/over {int} @years from/since/after/following @diagnosis",
                    "the first {int} @years after/from/since/following/of @diagnosis",
                    "{int} @years of history/follow-up/followup/follow_up/data/records from/since/after @diagnosis");

    /** One that goes on beyond the index visit, or begins before the diagnosis. */
    private static final List<IdiomPattern> AROUND =
            IdiomPattern.all(
                    SETS,
                    "[from] [a] {int} @years/month/months before @diagnosis to/until/and/through [a] {int} @years/month/months after [it/diagnosis/onset/the_diagnosis/that/@diagnosis]");

    private static final List<IdiomPattern> AGO =
            IdiomPattern.all(
                    SETS, "[who/that] [were/was] [first] diagnosed [exactly] {int} @years ago");

    private static final List<IdiomPattern> MEANS =
            IdiomPattern.all(
                    SETS,
                    "[a/mean/average] [mean/average] @disease duration [of/:/=/is/was] [about/around] {int} @years",
                    "[a/mean/average] [mean/average] duration of @disease [of/:/=/is/was] [about/around] {int} @years");

    private DiagnosedYears() {}

    static void find(Draft draft, CohortSpec current) {
        Sentence s = draft.sentence;
        for (int i = 0; i < s.size(); i++) {
            if (!s.free(i)) {
                continue;
            }
            at(HISTORIES, s, i).ifPresent(m -> history(draft, current, m));
            at(AROUND, s, i).ifPresent(m -> told(draft, m));
            at(AGO, s, i).ifPresent(m -> exactly(draft, current, m));
            at(MEANS, s, i).ifPresent(m -> mean(draft, current, m));
        }
    }

    private static Optional<IdiomPattern.Match> at(List<IdiomPattern> all, Sentence s, int i) {
        return IdiomPattern.matches(all, s, i).filter(m -> s.free(m.from(), m.to())).findFirst();
    }

    private static boolean diabetes(Draft draft, CohortSpec current) {
        return current.condition().filter(c -> c.matches("type-[12]-diabetes")).isPresent()
                || draft.sentence.named().stream()
                        .anyMatch(n -> n.concept().id().matches("type-[12]-diabetes"));
    }

    private static Constraint since(Draft draft, IdiomPattern.Match m) {
        double years = draft.sentence.at(m.places().get(0).from()).doubleValue();
        var range = new QuantityRange(years, years, "a");
        return new Constraint.Require(new ObservationWithin(OnsetWords.DURATION, range));
    }

    private static void history(Draft draft, CohortSpec current, IdiomPattern.Match m) {
        if (!diabetes(draft, current)) {
            told(draft, m);
            return;
        }
        Constraint since = since(draft, m);
        draft.edit(new Edit.SinceDiagnosis(), m.from(), m.to(), false);
        draft.edit(new Edit.AddConstraint(since), m.from(), m.to());
        draft.assume(
                "\"%s\": everyone was diagnosed so many years before the index visit, in which histories end."
                        .formatted(draft.sentence.quote(m.from(), m.to())));
    }

    private static void told(Draft draft, IdiomPattern.Match m) {
        draft.invite(
                "request.history.diagnosed",
                m.from(),
                m.to(),
                "A history ends in the index visit, and only of diabetes the survey tells how many years ago it was diagnosed.",
                "from diagnosis to today, or: 10 years of history");
    }

    private static void exactly(Draft draft, CohortSpec current, IdiomPattern.Match m) {
        if (diabetes(draft, current)) {
            draft.edit(new Edit.AddConstraint(since(draft, m)), m.from(), m.to());
        }
    }

    private static void mean(Draft draft, CohortSpec current, IdiomPattern.Match m) {
        if (diabetes(draft, current)) {
            double years = draft.sentence.at(m.places().get(0).from()).doubleValue();
            var mean = new Constraint.Mean(OnsetWords.DURATION, years);
            draft.edit(new Edit.AddConstraint(mean), m.from(), m.to());
            draft.assume(
                    "\"%s\" is taken as the mean of the cohort."
                            .formatted(draft.sentence.quote(m.from(), m.to())));
        }
    }
}
