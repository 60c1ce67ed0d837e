package org.anamnesis.interpret;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.ContactCount;
import org.anamnesis.spec.ContactCount.Kind;
import org.anamnesis.spec.Edit;

/**
 * What share of the patients has stays in hospital or emergency visits, and how many they have in
 * the mean: "30 % have at least one hospital stay", "half of them hospitalised", "1.5 admissions a
 * year on average".
 */
final class ContactShares {
    private static final String HOSPITAL =
            "hospital_stays/hospital_stay/hospital_admissions/hospital_admission/hospitalisations/hospitalisation/hospitalizations/hospitalization/inpatient_stays/inpatient_stay/inpatient_admissions/inpatient_admission/inpatient_visits/inpatient_visit/stays_in_hospital/stay_in_hospital/admissions_to_hospital/admissions/admission";
    private static final String EMERGENCY =
            "emergency_department_visits/emergency_department_visit/emergency_room_visits/emergency_room_visit/emergency_visits/emergency_visit/ed_visits/ed_visit/er_visits/er_visit/ed_attendances/ed_attendance/a&e_visits/a&e_visit/a&e_attendances/a&e_attendance/emergency_attendances/emergency_attendance/visits_to_the_emergency_department/visit_to_the_emergency_department/visits_to_the_ed/visits_to_the_er";

    private static final Map<String, String> SETS =
            Map.ofEntries(
                    Map.entry(
                            "@yearly",
                            "a_year/per_year/each_year/every_year/yearly/annually/per_annum"),
                    Map.entry("@any", "at_least_one/at_least_a/one_or_more/any/a/an/one"),
                    Map.entry(
                            "@them",
                            "them/patients/people/the_patients/these/those/whom/the_cohort/all_patients/everyone/all"),
                    Map.entry(
                            "@have",
                            "with/have/having/has/had/get/gets/need/needs/have_had/who_have/who_had/that_have"),
                    Map.entry(
                            "@are",
                            "are/were/is/was/be/been/get/got/have_been/had_been/who_are/who_were/should_be/must_be/should_have_been/must_have_been/will_have_been"),
                    Map.entry(
                            "@once",
                            "at_least_once/once_or_more/ever/one_or_more_times/at_least_one_time"),
                    Map.entry(
                            "@admitted",
                            "hospitalised/hospitalized/admitted_to_hospital/admitted_to_the_hospital/admitted_to_a_hospital/admitted"),
                    Map.entry("@mean", "average/mean/avg"),
                    Map.entry(
                            "@without",
                            "without/with_no/without_any/have_no/having_no/had_no/never_had/with_zero"),
                    Map.entry("@each", "each/per_patient/per_person/per_head/a_patient/a_head"),
                    Map.entry(
                            "@onaverage",
                            "on_average/on_avg/in_the_mean/in_mean/in_average/averaging"));

    private record Said(Kind of, Meaning meaning, IdiomPattern words) {}

    private enum Meaning {
        SHARE,
        SPARED,
        MEAN
    }

    private static final List<String> SPARED = List.of("{share} [of] [@them] @without @K");

    private static final List<String> SHARES =
            List.of(
                    "{share} [of] [@them] [will/should/shall/must] [@have] [@any] @K",
                    "[@any] @K in/among/for {share} [of] [@them]");

    private static final List<String> MEANS =
            List.of(
                    "[an/a/the/with] [an/a/the] @mean [number] [of] {num} @K [@each]",
                    "[the/an/a] @mean [number/count] [of] @K [@each] of/:/is/=/to/should_be {num}",
                    "[the/an/a] @mean [number/count] [of] @K [@each] {num}",
                    "@onaverage {num} @K [@each]",
                    "@have @onaverage {num} @K [@each]",
                    "{num} @K [@each] @onaverage",
                    "{num} @K [@each] @yearly @onaverage");

    /** What is said of stays in hospital alone, by a verb. */
    private static final List<Said> ADMITTED =
            List.of(
                    said(Kind.HOSPITAL, Meaning.SPARED, "{share} [of] [@them] never/not @admitted"),
                    said(
                            Kind.HOSPITAL,
                            Meaning.SHARE,
                            "{share} [of] [@them] [@are] [@once] @admitted [@once]"),
                    said(Kind.HOSPITAL, Meaning.MEAN, "@admitted {num} times [@each] @onaverage"),
                    said(Kind.HOSPITAL, Meaning.MEAN, "@onaverage @admitted {num} times"));

    /** Before a number of stays or visits: "30 % with 2 or more hospital stays". */
    private static final IdiomPattern HAVE =
            new IdiomPattern("{share} [of] [@them] [will/should/shall/must] [@have]", SETS);

    /** Before a number of times: "a quarter hospitalised at least twice". */
    private static final IdiomPattern ADMIT =
            new IdiomPattern("{share} [of] [@them] [@are] @admitted", SETS);

    private static final List<Said> ALL =
            Stream.of(of(Kind.HOSPITAL), ADMITTED.stream(), of(Kind.EMERGENCY))
                    .flatMap(s -> s)
                    .toList();

    /** More of them nobody has in a year. */
    private static final double MOST = 12;

    private final Draft draft;
    private final Sentence s;

    private ContactShares(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
    }

    static void find(Draft draft, CohortSpec current) {
        if (!HistorySigns.any(draft.sentence, current)) {
            return;
        }
        var shares = new ContactShares(draft);
        for (int i = 0; i < shares.s.size(); i++) {
            if (shares.s.free(i) && !shares.counted(i)) {
                shares.at(i);
            }
        }
    }

    /** "30 % with 2 or more hospital stays", "a third hospitalised at least twice". */
    private boolean counted(int i) {
        for (IdiomPattern lead : List.of(HAVE, ADMIT)) {
            Optional<IdiomPattern.Match> found = lead.match(s, i).filter(m -> !denied(i));
            int at = found.map(IdiomPattern.Match::to).orElse(-1);
            CountBounds b = at < 0 ? new CountBounds(0, 0, false, -1) : CountBounds.at(s, at);
            boolean bare = !b.said() && !s.like(at, "twice|thrice") && !s.like(b.to(), "times");
            if (b.to() < 0 || (bare && lead == ADMIT)) {
                continue;
            }
            int times = s.like(b.to(), "times") ? b.to() + 1 : b.to(); // "two times or more"
            CountBounds all = more(times) ? open(b, times + 2) : b;
            int end = s.like(all.to(), "times?") ? all.to() + 1 : all.to();
            Optional<Kind> of = lead == ADMIT ? Optional.of(Kind.HOSPITAL) : kind(all.to());
            if (of.isPresent()) {
                int to = lead == ADMIT ? end : CountBounds.kindEnd(s, all.to());
                return more(to) // "two hospital stays or more"
                        ? few(of.get(), found.get(), open(all, to), to + 2)
                        : few(of.get(), found.get(), all, to);
            }
        }
        return false;
    }

    private boolean more(int i) {
        return s.like(i, "or") && s.like(i + 1, "more");
    }

    private static CountBounds open(CountBounds b, int to) {
        return new CountBounds(b.least(), ContactCount.OPEN, true, to);
    }

    private Optional<Kind> kind(int i) {
        return CountBounds.kind(s, i).filter(k -> k != Kind.VISITS);
    }

    private boolean few(Kind of, IdiomPattern.Match lead, CountBounds b, int to) {
        double percent = percent(lead);
        boolean part = s.like(to, "in|within|during|over|after|before") && part(to + 1);
        part &= !lastYear(to + 1);
        boolean rate = s.like(to, "a|per|each|every") || s.like(to, "yearly|annually|of|lasting");
        boolean fits = b.least() >= 1 && b.least() <= MOST && b.most() >= b.least();
        if (part || rate || !fits || percent <= 0 || percent >= 100 || !s.free(lead.from(), to)) {
            return false;
        }
        edit(ContactCount.share(of, percent, b.least(), b.most()), lead.from(), to);
        return true;
    }

    private double percent(IdiomPattern.Match m) {
        double percent = s.at(m.places().get(0).from()).doubleValue();
        for (IdiomPattern.Span p : m.places()) {
            boolean share = s.like(p.from() + 1, "%|percent|per|pct");
            percent = share ? s.at(p.from()).doubleValue() : percent;
        }
        return percent;
    }

    private void at(int i) {
        for (Said said : ALL) {
            Optional<IdiomPattern.Match> found =
                    said.words.match(s, i).filter(m -> s.free(i, m.to()));
            if (found.isPresent() && !denied(i)) {
                read(said, found.get());
                return;
            }
        }
    }

    /** "no more than 30 % ...", "between 20 and 30 % ...": of those others tell. */
    private boolean denied(int i) {
        boolean range =
                s.like(i - 1, "and") && (s.at(i - 2).number() || s.like(i - 2, "%|percent"));
        range |= s.like(i - 1, "to|-") && (s.at(i - 2).number() || s.like(i - 2, "%|percent|up"));
        return range || s.like(i - 1, "no|not|without|than|least|most|between|over|under");
    }

    private void read(Said said, IdiomPattern.Match m) {
        int to = m.to();
        boolean average = s.like(to, "on|in") && s.like(to + 1, "average|mean");
        boolean yearly = s.like(to, "a|per|each|every|in") && s.like(to + 1, "year|annum");
        boolean annual = s.like(to, "yearly|annually");
        for (int k = m.from(); k < to; k++) {
            annual |= s.like(k, "yearly|annually|year|annum");
        }
        int end = yearly || average ? to + 2 : s.like(to, "yearly|annually") ? to + 1 : to;
        end = s.like(end, "on|in") && s.like(end + 1, "average|mean") ? end + 2 : end;
        boolean other = s.like(to, "a|per|each|every") && s.like(to + 1, "month|week|day|quarter");
        boolean part = s.like(end, "in|within|during|over|after|before") && part(end + 1);
        part &= !lastYear(end + 1);
        boolean length = s.like(end, "of|lasting") && s.at(end + 1).number();
        if (other || part || length || s.like(end, "readmitted|again")) {
            return;
        }
        if (said.meaning == Meaning.MEAN) {
            double mean = s.at(m.places().get(0).from()).doubleValue();
            boolean fits = mean > 0 && mean <= (yearly || annual ? MOST : ContactCount.MOST);
            if (fits && s.free(m.from(), end)) {
                edit(ContactCount.mean(said.of, mean, yearly || annual), m.from(), end);
            }
            return;
        }
        double percent = percent(m);
        double share = said.meaning == Meaning.SPARED ? 100 - percent : percent;
        if (yearly || annual) {
            draft.invite(
                    "request.contacts.share",
                    m.from(),
                    end,
                    "What share of the patients has stays or visits is said of the whole history, not of each year of it.",
                    "30 % with at least one hospital stay, or: 0.3 hospital stays a year on average");
        } else if (share > 0 && share < 100) {
            edit(ContactCount.share(said.of, share, 1, ContactCount.OPEN), m.from(), to);
        }
    }

    private void edit(ContactCount count, int from, int to) {
        draft.edit(new Edit.CountContacts(count), from, to);
    }

    /** "in the past year" is all of a history that is said to be of one year. */
    private boolean lastYear(int i) {
        int at = s.like(i, "the|their") ? i + 1 : i;
        if (!s.like(at, "last|past|previous") || !s.like(at + 1, "year")) {
            return false;
        }
        for (int k = 0; k < s.size(); k++) {
            double n = s.at(k).number() ? s.at(k).doubleValue() : 0;
            boolean one = n == 1 && s.like(k + 1, "year") && k != at + 1;
            if (one || (n == 12 && s.like(k + 1, "months"))) {
                s.use(i - 1, at + 2);
                return true;
            }
        }
        return false;
    }

    /** "the first year", "30 days of": a part of the history. */
    private boolean part(int i) {
        int at = s.like(i, "the|their|his|her") ? i + 1 : i;
        return s.like(at, "first|last|second|third|final|previous|past|initial|next|year")
                || (s.at(at).number() && s.like(at + 1, "days?|weeks?|months?"));
    }

    private static Stream<Said> of(Kind kind) {
        return Stream.of(
                        SPARED.stream().map(words -> said(kind, Meaning.SPARED, words)),
                        SHARES.stream().map(words -> said(kind, Meaning.SHARE, words)),
                        MEANS.stream().map(words -> said(kind, Meaning.MEAN, words)))
                .flatMap(s -> s);
    }

    private static Said said(Kind kind, Meaning meaning, String words) {
        String all = words.replace("@K", kind == Kind.HOSPITAL ? HOSPITAL : EMERGENCY);
        return new Said(kind, meaning, new IdiomPattern(all, SETS));
    }
}
