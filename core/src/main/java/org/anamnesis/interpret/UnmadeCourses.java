package org.anamnesis.interpret;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.CohortSpec;

/**
 * What is asked of a history that no history here can be asked: how many stays somebody has, who
 * dies of what, a rhythm that changes, a slope, the dates of a drug. Left undone, and said with
 * what would do.
 */
final class UnmadeCourses {
    private static final Map<String, String> SETS =
            Map.ofEntries(
                    Map.entry(
                            "@contacts",
                            "visits/visit/encounters/encounter/contacts/contact/appointments/consultations"),
                    Map.entry(
                            "@stays",
                            "hospital_stay/hospital_stays/hospital_admission/hospital_admissions/hospitalisation/hospitalisations/hospitalization/hospitalizations/inpatient_stay/inpatient_stays/inpatient_admission/inpatient_admissions/admission/admissions/inpatient_visit/inpatient_visits/inpatient_encounter/inpatient_encounters/ed_visit/ed_visits/er_visit/er_visits/emergency_visit/emergency_visits/emergency_department_visit/emergency_department_visits/emergency_room_visit/emergency_room_visits/telehealth_visit/telehealth_visits/virtual_visit/virtual_visits/home_visit/home_visits"),
                    Map.entry(
                            "@kind",
                            "telehealth/telemedicine/virtual/remote/video/phone/telephone/inpatient/hospital/emergency/ed/er/home"),
                    Map.entry("@only", "only/exclusively/solely/just/alone"),
                    Map.entry(
                            "@count",
                            "at_least/at_most/no_more_than/not_more_than/more_than/fewer_than/less_than/up_to/exactly/average/mean/an_average_of/a_mean_of/about/around/have_had/have/had/has/having/a/an/one_or_more/each_with"),
                    Map.entry(
                            "@times",
                            "once/twice/thrice/one_time/two_times/three_times/at_least_once/at_least_twice/repeatedly/again"),
                    Map.entry("@each", "a/per/each/every/the"),
                    Map.entry("@during", "during/in/within/over/throughout/by/before/after/until"),
                    Map.entry(
                            "@span",
                            "follow_up/follow-up/followup/the_follow_up/the_follow-up/the_followup/the_span/the_period/the_study/the_observation_period/the_years/these_years/that_time/this_time/the_history/the_first_year/the_last_year/the_end/the_end_of_follow_up/the_end_of_follow-up/the_first_two_years/the_second_year/the_third_year/one_year/a_year/the_year"),
                    Map.entry("@units", "years/year/yrs/months/month/weeks/days/week"),
                    Map.entry(
                            "@point",
                            "index_date/the_index_date/index_visit/the_index_visit/baseline/the_baseline/enrolment/enrollment/inclusion/randomisation/randomization/surgery/discharge/treatment_start/start_of_treatment/diagnosis/the_diagnosis/their_diagnosis"),
                    Map.entry("@die", "die/dies/died/dying/deceased/dead/death/deaths"),
                    Map.entry(
                            "@cause",
                            "cardiovascular/cardiac/cancer/natural/sudden/all-cause/respiratory/renal/cause-specific/cause_specific/all_cause/non-cardiovascular/cv"),
                    Map.entry(
                            "@moves",
                            "falls/fall/falling/declines/decline/declining/drops/drop/dropping/rises/rise/rising/increases/increase/increasing/decreases/decrease/decreasing/worsens/worsen/worsening/improves/improve/improving/changes/change/goes/go/creeps/loses/lose/losing/gains/gain/slope/deteriorates/deteriorate/deteriorating/progresses"),
                    Map.entry("@shift", "lower/raise/increase/reduce/decrease/higher"),
                    Map.entry(
                            "@yearly",
                            "a_year/per_year/each_year/every_year/yearly/annually/per_annum/a_month/per_month/each_month/p_._a/on_average_per_year"),
                    Map.entry(
                            "@started",
                            "started/starts/start/starting/initiated/begun/began/added/add/adding/intensified/titrated/switched/switch/switching/stopped/stops/stop/discontinued/withdrawn/changed/replaced/prescribed"),
                    Map.entry(
                            "@when",
                            "at_diagnosis/at_the_diagnosis/at_baseline/at_the_start/at_onset/from_the_start/in_the_first_year/in_year_one/at_once/on_diagnosis/from_diagnosis/from_diagnosis_on"),
                    Map.entry(
                            "@adv",
                            "monthly/quarterly/yearly/annually/weekly/fortnightly/biannually/semiannually/less_often/more_often/twice_a_year/once_a_year/every_six_months/every_three_months"));

    /** What is said of a family, and what could be asked instead. */
    private enum Kind {
        KINDS(
                "request.contacts.kind",
                "Of what kind each visit is, and how many of each there are, follows practice by age and condition; a kind can only be left out.",
                "no emergency visits, or: outpatient visits only"),
        COUNTS(
                "request.contacts.counted",
                "Stays in hospital and emergency visits come by age, sex and condition; how many of them each patient has, what share has any and their mean can be asked, but not how long they last, when they come, or who comes again.",
                "each with 1 to 2 hospital stays, 30 % with at least one emergency visit, a mean of 1.5 hospital stays, or no hospital stays"),
        DEATHS(
                "request.deaths",
                "Deaths come after the index visit, as often as linked mortality has it; who dies, how many and of what cannot be asked.",
                "nobody dies"),
        RHYTHMS(
                "request.visits.phases",
                "A rhythm can change after a first part of the history; single days and weeks of a protocol cannot be asked.",
                "quarterly visits, or: monthly visits in the first year, then quarterly"),
        SLOPES(
                "request.course.slope",
                "How a value moves within a patient follows published courses and treatment; a slope of its own cannot be asked.",
                "a mean at the index visit, such as mean eGFR 55"),
        DRUGS(
                "request.drugs.dated",
                "When a drug begins, changes and ends follows the guideline's steps and published persistence; its dates cannot be asked.",
                "who takes it at the index visit, such as 40 % on insulin"),
        TESTS(
                "request.tests.counted",
                "How often a value is measured can be asked, but not how many values there are of it.",
                "HbA1c every 4 months"),
        EVENTS(
                "request.events.within",
                "Who has a condition is decided at the index visit, and when it began by published hazards and prevalence; how many of them begin within the years cannot be asked.",
                "20 % with stroke, whenever it was; or: no strokes"),
        REPEATS(
                "request.events.repeated",
                "Infarctions, strokes and amputations come by models of first and, with type 2 diabetes, second ones; how many somebody has cannot be asked, and there are no third ones.",
                "all with stroke; or: no second stroke"),
        LOSSES(
                "request.losses",
                "Everyone is observed up to the index visit, so that nobody is lost before it.",
                "gaps as in practice, which has missed visits"),
        SPANS(
                "request.history.parts",
                "A history is one span that ends in the index visit; what comes after the index visit is not made.",
                "3 years of history");

        private final String code;
        private final String message;
        private final String suggestion;

        Kind(String code, String message, String suggestion) {
            this.code = code;
            this.message = message;
            this.suggestion = suggestion;
        }
    }

    private record Family(Kind kind, IdiomPattern words) {}

    private static final List<Family> FAMILIES =
            List.of(
                    of(
                            Kind.KINDS,
                            "[all/half_of/half_the/most/most_of_the/half/some_of_the] [the/of] [@contacts] [are/is/be/by/via/through] @only [by/via/through] @kind [and/or] [@kind] [@contacts]"),
                    of(Kind.KINDS, "@kind [and/or] [@kind] [@contacts] @only"),
                    of(
                            Kind.KINDS,
                            "all/half/most/some/half_of/most_of/all_of [of] [the/their] @contacts [are/is/by/be/made] [by/via/through/in/from] @kind/afar/a_distance"),
                    of(
                            Kind.KINDS,
                            "{share} [of] [the/their] @contacts [are/is/by/be/made] [by/via/through/in/from] @kind/afar/a_distance"),
                    of(
                            Kind.COUNTS,
                            "exclude/excluding/without/drop .. with [a/an/any] @stays @during the first {int} days/weeks/months"),
                    of(
                            Kind.COUNTS,
                            "{int} day/days/-day readmission/readmissions [rate/risk] [of] [{share}]"),
                    of(
                            Kind.COUNTS,
                            "{share} [are/is/get/were] readmitted [@during] [{int}] [day/days]"),
                    of(
                            Kind.COUNTS,
                            "readmission/rehospitalisation/rehospitalization rate/rates [of] [{share}]"),
                    of(
                            Kind.COUNTS,
                            "{share} hospitalised/hospitalized/admitted [to] [hospital] [@during] [@span]"),
                    of(
                            Kind.COUNTS,
                            "@count [{int}] @stays [@each] [year/patient/person] [each] [on] [average]"),
                    of(
                            Kind.COUNTS,
                            "{int} @stays [@each] [year/patient/person] [each] [on] [average]"),
                    of(Kind.COUNTS, "@stays @each year/patient/person"),
                    of(
                            Kind.COUNTS,
                            "[all/everyone/everybody] [of] [them] [is/are/were/was/be] hospitalised/hospitalized/readmitted [at] [least] [{int}] [@times/times] [@during] [@span]"),
                    of(Kind.COUNTS, "[mean/median/average] length of stay [of] [{int}] [days]"),
                    of(
                            Kind.DEATHS,
                            "[{share}] [of] [them/patients/whom] [will/shall/should/who/that/have] [have] die/dies/died/dying/dead @during [the] [first/last/next] {int} @units"),
                    of(
                            Kind.DEATHS,
                            "[{share}] [of] [them/patients] [will/shall/should/who/that/have] [have] die/dies/died/dying/deceased [@during] [@span]"),
                    of(
                            Kind.DEATHS,
                            "{int} [year/years/-year/month] mortality/survival [rate] [of] [{share}]"),
                    of(Kind.DEATHS, "mortality/death/survival rate/rates [of] [{share}]"),
                    of(Kind.DEATHS, "{share} mortality/deaths [@during] [@span]"),
                    of(Kind.DEATHS, "@only @cause @die"),
                    of(Kind.DEATHS, "@cause @die [@only]"),
                    of(
                            Kind.DEATHS,
                            "[followed/observed/watched] until/till/to [their] death/they_die"),
                    of(Kind.RHYTHMS, "[and/,] then/thereafter/afterwards/later/subsequently @adv"),
                    of(
                            Kind.RHYTHMS,
                            "[and/,] then/thereafter/afterwards/later/subsequently every {int} months/weeks/month/week"),
                    of(Kind.RHYTHMS, "[and] @adv thereafter/afterwards/later/subsequently"),
                    of(
                            Kind.RHYTHMS,
                            "every {int} months/weeks/month/week thereafter/afterwards/subsequently"),
                    of(
                            Kind.SLOPES,
                            "{obs} @moves [by/of/at/from] [about/on_average] {amt} @yearly"),
                    of(Kind.SLOPES, "@shift {obs} [by] {amt} @yearly"),
                    of(Kind.SLOPES, "@shift {obs} [by] {amt} @during @span"),
                    of(
                            Kind.SLOPES,
                            "{obs} slope/decline/loss/change/drift of [about/-] {amt} [@yearly]"),
                    of(Kind.SLOPES, "{amt} @yearly @moves in/of {obs}"),
                    of(Kind.SLOPES, "{obs} @moves [by/of] [about] {amt} @during @span"),
                    of(
                            Kind.SLOPES,
                            "{obs} @moves [slowly/rapidly/steadily/gradually/continuously/linearly] over/with time/the_years/the_follow_up"),
                    of(Kind.DRUGS, "{drug} [is/was/are/being] @started @when"),
                    of(
                            Kind.DRUGS,
                            "{drug} [is/was/are/being] @started [@during] [about] {int} years/months/year/month"),
                    of(
                            Kind.DRUGS,
                            "@started [on/with/to/from] {drug} [@during] {int} years/months/year/month"),
                    of(Kind.DRUGS, "@started [on/with/to] {drug} @when"),
                    of(
                            Kind.DRUGS,
                            "switch/switched/switching/switches from {drug} to {drug} [@during] [{int}] [years/months/year/month]"),
                    of(
                            Kind.DRUGS,
                            "{share} discontinue/discontinues/stop/stops/abandon/pause/pauses [their/the] [medication/medications/drug/drugs/treatment/therapy] [@yearly]"),
                    of(
                            Kind.TESTS,
                            "[@count] {int} {obs} measurements/values/tests/results/readings [each/per_patient]"),
                    of(
                            Kind.TESTS,
                            "[@count] {int} measurements/values/tests/results/readings of {obs} [each/per_patient]"),
                    of(
                            Kind.SLOPES,
                            "{obs} trending/falling/rising/going/declining/dropping/improving/worsening/increasing/decreasing [down/up] from {num} to {num}"),
                    of(
                            Kind.SLOPES,
                            "[who/that/and] progress/progresses/progressing to stage {int}"),
                    of(
                            Kind.DEATHS,
                            "[median/mean] survival [time] [of] {int} months/years/month/year"),
                    of(Kind.RHYTHMS, "[and] every {int} months/weeks after [that]"),
                    of(Kind.RHYTHMS, "[for/in/during] [the] first {int} months/weeks/years"),
                    of(
                            Kind.EVENTS,
                            "{share} [of] [them/whom/patients/these/which] [with/have/has/having/had/get/gets/develop/develops/suffer/suffers/experience/suffering/developing] [from] [a/an/their] [first/new/incident] {cond} @during @span"),
                    of(
                            Kind.EVENTS,
                            "{share} [of] [them/whom/patients/these/which] [with/have/has/having/had/get/gets/develop/develops/suffer/suffers/experience/suffering/developing] [from] [a/an/their] [first/new/incident] {cond} in/within/during [the/these] {int} years/months/year"),
                    of(
                            Kind.EVENTS,
                            "[a/an] [first/new/incident] {cond} [in/among] {share} [of] [them/patients] @during @span"),
                    of(
                            Kind.EVENTS,
                            "{share} [of] [them/whom/patients] [who/that] [newly/will] develop/develops/get/gets/suffer/suffers [a/an/from] [new/first] {cond}"),
                    of(Kind.EVENTS, "{share} [with] [new/new-onset/incident] {cond} @during @span"),
                    of(Kind.REPEATS, "@count {int} {cond} [each]"),
                    of(Kind.REPEATS, "with/had/have/having/suffer/suffering {int} {cond} [each]"),
                    of(Kind.REPEATS, "third/3rd/fourth/fifth {cond} [@during] [@span]"),
                    of(
                            Kind.DRUGS,
                            "{drug} [is/was/are/being] @started in/on/since/from/during [year] {int}"),
                    of(Kind.DRUGS, "@started [on/with/to] {drug} in/on/since/from {int}"),
                    of(Kind.LOSSES, "[a] loss/lost to follow [up] [rate] [of] [{share}] [@yearly]"),
                    of(
                            Kind.LOSSES,
                            "{share} [are/is/were] [lost/loss] [to] follow up loss [@yearly]"),
                    of(Kind.LOSSES, "{share} [are/is/were] lost to follow [up] [@yearly]"),
                    of(
                            Kind.LOSSES,
                            "{share} [yearly/annual] dropout/dropouts/drop-out/attrition/censoring [rate] [@yearly]"),
                    of(
                            Kind.LOSSES,
                            "dropout/drop-out/attrition/censoring rate [of] [{share}] [@yearly]"),
                    of(Kind.LOSSES, "{share} drop out/of [@yearly]"),
                    of(
                            Kind.SPANS,
                            "[from] [a/an] {int} [@units] before [@point] to/until/and/through [a/an] {int} @units after [@point]"),
                    of(
                            Kind.SPANS,
                            "[for] [the] [next/following] {int} @units after/following @point"),
                    of(
                            Kind.SPANS,
                            "[followed/observed/tracked] [for] up_to {int} @units after/following/from @point"),
                    of(
                            Kind.SPANS,
                            "[a/an/with] {int} [-] months/month/years/year/days/day/weeks/week [of] washout/wash-out/run-in/lead-in/look_back/lookback/look-back/pre-index [period/window]"));

    private static final Set<String> EVENTS =
            Set.of("stroke", "coronary-artery-disease", "myocardial-infarction", "amputation");

    /** Nobody has more of them in a few years. */
    private static final double MOST_STAYS = 12;

    private static final String YEARS = "years?|months?|weeks?|days?|visits?";

    private UnmadeCourses() {}

    static void find(Draft draft, CohortSpec current) {
        Sentence s = draft.sentence;
        if (!HistorySigns.any(s, current)) {
            return;
        }
        for (int i = 0; i < s.size(); i++) {
            if (s.free(i)) {
                at(draft, i);
            }
        }
        weeks(draft);
    }

    private static void at(Draft draft, int i) {
        Sentence s = draft.sentence;
        for (Family f : FAMILIES) {
            var found = f.words.match(s, i).filter(m -> s.free(i, m.to()));
            boolean meant =
                    found.filter(m -> !people(s, f, m) && (f.kind != Kind.REPEATS || event(s, m)))
                            .isPresent();
            if (meant && !denied(s, i)) {
                draft.invite(f.kind.code, i, found.get().to(), f.kind.message, f.kind.suggestion);
                return;
            }
        }
    }

    /** "no strokes", "nobody dies": who shall be without something, of which others read. */
    private static boolean denied(Sentence s, int i) {
        return s.like(i - 1, "no|nobody|without|none|not|never|zero");
    }

    /** Whether it is about what can befall somebody several times. */
    private static boolean event(Sentence s, IdiomPattern.Match found) {
        int last = found.places().get(found.places().size() - 1).from();
        return s.namedAt(last, Concept.Kind.CONDITION)
                .filter(n -> EVENTS.contains(n.concept().id()))
                .isPresent();
    }

    /** "430 admissions" are how many are asked for, not how many each has. */
    private static boolean people(Sentence s, Family f, IdiomPattern.Match found) {
        return (f.kind == Kind.COUNTS || f.kind == Kind.REPEATS)
                && found.places().stream()
                        .anyMatch(p -> s.at(p.from()).doubleValue() > MOST_STAYS && number(s, p));
    }

    private static boolean number(Sentence s, IdiomPattern.Span p) {
        return s.at(p.from()).number()
                && !s.like(p.from() + 1, "%|percent|pct|days?|-day|weeks?|months?");
    }

    /** "visits at baseline, week 4, week 12 and week 24": days of a protocol. */
    private static void weeks(Draft draft) {
        Sentence s = draft.sentence;
        for (int i = 0; i < s.size(); i++) {
            int at = s.like(i, "visits?") ? i + 1 : s.size();
            int last = -1;
            int named = 0;
            int numbers = 0;
            while (at < s.size() && s.free(at)) {
                boolean unit = s.like(at, "weeks?|months?|days?|baseline|w|v|screening|visit");
                boolean link = s.like(at, ",|and|at|in|/|-|on|the");
                if (!unit && !link && !s.at(at).number()) {
                    break;
                }
                named += unit ? 1 : 0;
                numbers += s.at(at).number() ? 1 : 0;
                last = unit || s.at(at).number() ? at : last;
                at++;
            }
            boolean several = named >= 2 || (named == 1 && numbers >= 2);
            boolean protocol = several && last > i && !s.like(last + 1, YEARS);
            if (protocol && s.free(i, last + 1)) {
                Kind k = Kind.RHYTHMS;
                draft.invite(k.code, i, last + 1, k.message, k.suggestion);
            }
        }
    }

    private static Family of(Kind kind, String words) {
        return new Family(kind, new IdiomPattern(words, SETS));
    }
}
