package org.anamnesis.interpret;

import java.util.List;
import java.util.Map;
import org.anamnesis.spec.Edit;

/**
 * Gaps that nobody puts a number to: "gaps as in practice", "realistic missingness", "missed
 * visits", "not everything is measured at the index visit".
 */
final class PracticeGaps {
    private static final Map<String, String> SETS =
            Map.of(
                    "@with",
                    "with/including/and/have/has/having/make/leave/show/add/containing/let_there_be/there_are",
                    "@gaps",
                    "gaps/missingness/missing_values/missing_data/missing_measurements/missing_results/missing_tests/missing_labs",
                    "@real",
                    "realistic/real/real-life/real-world/real_life/real_world/lifelike/natural/naturalistic/practice-like/clinical",
                    "@as",
                    "as/like/such_as/of/from",
                    "@practice",
                    "practice/clinical_practice/real_practice/routine_practice/reality/real_life/real-life/real_care/routine_care/usual_care/everyday_care/care/the_clinic/clinics/real_records/real_ehrs/real_ehr/real_data/real_ehr_data/the_real_world/real_world/daily_practice",
                    "@visit",
                    "at_the_index_visit/at_index/at_the_index_date/at_the_visit/at_each_visit/at_every_visit/every_time/each_time/for_everyone/in_everyone/for_everybody");

    private static final List<IdiomPattern> PATTERNS =
            IdiomPattern.all(
                    SETS,
                    "[@with] [some/the/such/their] [@real] @gaps @as [they_are/it_is/is_usual/usual/seen/found] [in] @practice [@visit]",
                    "[@with] [some/the] @real @gaps [@visit]",
                    "[@with] values/measurements/results/tests/labs missing @as [in] @practice [@visit]",
                    "[@with] [some/the/occasional] missed/skipped visits/appointments/consultations/check-ups [@as] [in] [@practice]",
                    "[@with] [some/many/a_few] [patients/people/of_them] miss/skip/missing/skipping [their/some/some_of_their/a_few/planned] visits/appointments/consultations/check-ups [@as] [in] [@practice]",
                    "some/several/a_few/many fields/values/cells/measurements/results/labs [should/must/may/can/to] be/are/is missing/empty/blank/absent @as [in] @practice",
                    "not everything/all_values/all [is/was/being/gets] measured/recorded/ordered/tested/done [@visit]");

    private PracticeGaps() {}

    static void find(Draft draft) {
        Sentence s = draft.sentence;
        for (int i = 0; i < s.size(); i++) {
            int from = i;
            IdiomPattern.matches(PATTERNS, s, i)
                    .filter(m -> s.free(m.from(), m.to()))
                    .filter(m -> !counted(s, m))
                    .forEach(m -> draft.edit(new Edit.GapsAsInPractice(true), from, m.to()));
        }
    }

    /** "10 % missing values": a share of the user's own, of which others read. */
    private static boolean counted(Sentence s, IdiomPattern.Match m) {
        return s.at(m.from() - 1).number()
                || s.like(m.from() - 1, "%|percent|no|without|any")
                || (s.like(m.to(), "in|of|for") && s.at(m.to() + 1).number());
    }
}
