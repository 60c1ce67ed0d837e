package org.anamnesis.interpret;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;

/**
 * Spans of a history in other words than "5 years of history": a least or longest follow-up, years
 * before the index visit, the last years of a rhythm. Every history of a cohort lasts as long.
 */
final class LastingWords {
    private static final Map<String, String> SETS =
            Map.of(
                    "@units",
                    "years/year/yrs/months/month",
                    "@bound",
                    "at_least/a_minimum_of/minimum/min/no_less_than/not_less_than/a_maximum_of/maximum/max/at_most/up_to/no_more_than/more_than/over",
                    "@followed",
                    "followed/observed/tracked/monitored/watched/followed_up",
                    "@followup",
                    "follow_up/follow-up/followup/observation/observation_time/observation_period/history/record_length",
                    "@least",
                    "minimum/min/maximum/max/minimal/maximal/shortest/longest",
                    "@before",
                    "before/prior_to/preceding/up_to/until/leading_up_to",
                    "@index",
                    "index_date/the_index_date/index_visit/the_index_visit/the_index/index");

    /** Of one bound; the number is the only place. */
    private static final List<IdiomPattern> BOUNDED =
            IdiomPattern.all(
                    SETS,
                    "@followed [for] @bound {int} @units",
                    "@followup [time/period/duration] [of/:/is/for/lasting] @bound {int} @units",
                    "@least @followup [time/period/duration] [of/:/is] {int} @units",
                    "@bound {int} @units of @followup");

    /** Of two. */
    private static final List<IdiomPattern> RANGES =
            IdiomPattern.all(
                    SETS,
                    "@followup [time/period/duration] [of/:/is/for/lasting] @bound {int} [@units] [and/but/,] @bound {int} @units",
                    "@followed [for] @bound {int} [@units] [and/but/,] @bound {int} @units",
                    "@followup [time/period/duration] [of/:/is/for/lasting] [between/from] {int} [@units] to/and/- {int} @units");

    private static final List<IdiomPattern> BEFORE =
            IdiomPattern.all(
                    SETS,
                    "[and/with/over/for/covering] [the] [last] {int} @units [of] [history/data/records] @before @index");

    /** "with index date 2018-05-01 and 4 years before that". */
    private static final List<IdiomPattern> BEFORE_IT =
            IdiomPattern.all(
                    SETS, "[and/with] [the] [last] {int} @units @before that/it/this/then");

    /** The last years of what comes in a rhythm. */
    private static final List<IdiomPattern> LAST =
            IdiomPattern.all(
                    SETS,
                    "over/during/in/within/for/across [the/their] last/past/previous/preceding {int} @units");

    private static final double LONGEST = 120;

    private final Draft draft;
    private final Sentence s;

    private LastingWords(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
    }

    static void find(Draft draft, CohortSpec current) {
        var words = new LastingWords(draft);
        for (int i = 0; i < words.s.size(); i++) {
            words.ranged(i);
            words.at(BOUNDED, i).ifPresent(words::bounded);
            words.at(BEFORE, i).ifPresent(words::span);
            int at = i;
            words.at(BEFORE_IT, i).filter(m -> words.indexed(at, current)).ifPresent(words::span);
            words.at(LAST, i).filter(m -> words.rhythmic(at)).ifPresent(words::span);
        }
    }

    /** Words of being followed, once a history was read beside them. */
    static void beside(Draft draft) {
        boolean read =
                draft.has(Edit.SetTimeline.class)
                        || draft.has(Edit.SetCalendar.class)
                        || draft.has(Edit.SinceBirth.class)
                        || draft.has(Edit.SinceDiagnosis.class);
        Sentence s = draft.sentence;
        for (int i = 0; i < s.size() && read; i++) {
            if (s.free(i) && s.like(i, "followed|follow|observed|tracked|longitudinal(ly)?")) {
                s.use(i, s.like(i + 1, "up") ? i + 2 : i + 1);
            }
        }
    }

    private Optional<IdiomPattern.Match> at(List<IdiomPattern> all, int i) {
        return s.free(i)
                ? IdiomPattern.matches(all, s, i).filter(m -> s.free(i, m.to())).findFirst()
                : Optional.empty();
    }

    private void ranged(int i) {
        at(RANGES, i)
                .ifPresent(
                        m ->
                                draft.invite(
                                        "request.history.lengths",
                                        m.from(),
                                        m.to(),
                                        "All histories of a cohort are of one length, up to each patient's index visit.",
                                        "6 years of history"));
    }

    private void bounded(IdiomPattern.Match m) {
        if (span(m)) {
            draft.assume(
                    "\"%s\": all histories of a cohort are of one length, so that each is just so long."
                            .formatted(s.quote(m.from(), m.to())));
        }
    }

    private boolean span(IdiomPattern.Match m) {
        int n = m.places().get(0).from();
        double years = s.at(n).doubleValue() / (s.like(n + 1, "months?") ? 12 : 1);
        boolean fits = years > 0 && years <= LONGEST && s.free(m.from(), m.to());
        if (fits) {
            draft.edit(new Edit.SetTimeline(years, 0), m.from(), m.to());
        }
        return fits;
    }

    /** Whether an index date was said, so that "before that" is before it. */
    private boolean indexed(int i, CohortSpec current) {
        boolean said = current.beyond().timeline().isPresent();
        for (int k = 0; k < i; k++) {
            said |= s.like(k, "index");
        }
        return said;
    }

    /**
     * Whether a rhythm or visits end where the words begin: "every 3 months in the last 2 years".
     */
    private boolean rhythmic(int i) {
        for (int k = Math.max(0, i - 6); k < i; k++) {
            if (Rhythm.at(s, k).filter(r -> r.to() == i).isPresent()) {
                return true;
            }
        }
        if (s.like(i - 1, TimelineWords.PEOPLE) && HistorySigns.records(s)) {
            return true; // "patients in the last 3 years with at least 2 ED visits each"
        }
        boolean counted = s.at(i - 2).number(); // "5 visits over the last 18 months"
        return !counted
                && s.like(i - 1, "visits?|check-?ups?|appointments?|consultations?|reviews?");
    }
}
