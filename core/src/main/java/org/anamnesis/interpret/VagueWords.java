package org.anamnesis.interpret;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Concept;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Criterion.AgeBetween;
import org.anamnesis.spec.Criterion.HasCondition;
import org.anamnesis.spec.Criterion.ObservationWithin;

/**
 * Everyday words that stand for a limit which differs from one speaker to the next: "young", "high
 * blood sugar", "cancer".
 */
final class VagueWords {
    private static final Phrases SUGAR = new Phrases(sugars());

    /** The usual reading first. */
    static final List<String> CANCERS =
            List.of("breast-cancer", "prostate-cancer", "colorectal-cancer", "lung-cancer");

    static final String CANCER = "cancers?|malignancy|malignancies";

    private static final String RATE = "mL/min/{1.73_m2}";

    private final Draft draft;
    private final Sentence s;

    /** "high blood sugar", "elevated glucose levels", "blood sugar is high". */
    private static Set<String> sugars() {
        Set<String> all =
                new HashSet<>(
                        Set.of(
                                "hyperglycemia",
                                "hyperglycaemia",
                                "hyperglycemic",
                                "hyperglycaemic"));
        for (String how : List.of("high", "raised", "elevated", "increased")) {
            for (String what :
                    List.of("sugar", "sugars", "glucose", "sugar levels", "glucose levels")) {
                for (String blood : List.of("", "blood ")) {
                    all.add(how + " " + blood + what);
                    for (String is : List.of("is", "are")) {
                        all.add(blood + what + " " + is + " " + how);
                        all.add(blood + what + " " + is + " too " + how);
                    }
                }
            }
        }
        return all;
    }

    private VagueWords(Draft draft) {
        this.draft = draft;
        this.s = draft.sentence;
    }

    static void find(Draft draft) {
        VagueWords words = new VagueWords(draft);
        for (int i = 0; i < words.s.size(); i++) {
            words.young(i);
            words.old(i);
            words.sugar(i);
            words.cancer(i);
            words.heart(i);
            words.kidney(i);
        }
    }

    private void young(int i) {
        boolean young = s.like(i, "young|youngish") || (s.word(i).equals("younger") && had(i));
        boolean grown = Set.of("adults", "adult").contains(s.word(i + 1));
        boolean children = Set.of("children", "child", "kids").contains(s.word(i + 1));
        if (!young || !s.free(i) || grown || children) {
            return;
        }
        ask(
                Draft.Topic.AGE,
                i,
                i + 1,
                "How young?",
                List.of(
                        way(
                                "18 to 39 years",
                                new AgeBetween(18, 39),
                                "Young is taken as 18 to 39 years old."),
                        way("18 to 29 years", new AgeBetween(18, 29), ""),
                        way("children up to 17 years", new AgeBetween(0, 17), "")));
    }

    /** "older COPD patients", "younger diabetics": not "5 years older". */
    private boolean had(int i) {
        boolean people =
                s.namedAt(i + 1, Concept.Kind.CONDITION).isPresent()
                        || s.like(i + 1, "diabetics|asthmatics|hypertensives|epileptics")
                        || (s.at(i - 1).number() && s.like(i + 1, "folks?|people|patients"));
        boolean begins =
                s.at(i - 1).number()
                        || s.like(i - 1, "|,|[.;:]|of|with|want|need|some|few|me|our|the|for");
        return people && begins;
    }

    /** "elderly", unless an age is said beside it. */
    private void old(int i) {
        boolean older = // "5 years older men" would be a change
                s.word(i).equals("older")
                        && s.like(i + 1, "men|women|males?|females?|gentlemen|ladies|folks?")
                        && !s.like(i - 1, "years?|or|and|much|bit|slightly|[0-9].*");
        older |= s.word(i).equals("older") && had(i);
        boolean old = older || s.like(i, "elderly|geriatric");
        if (!old || !s.free(i) || s.inConcept(i)) {
            return;
        }
        ask(
                Draft.Topic.AGE,
                i,
                i + 1,
                "From which age?",
                List.of(
                        way(
                                "65 years and older",
                                new AgeBetween(65, AgeWords.OLDEST),
                                "Elderly is taken as 65 years and older."),
                        way("75 years and older", new AgeBetween(75, AgeWords.OLDEST), ""),
                        way("80 years and older", new AgeBetween(80, AgeWords.OLDEST), "")));
    }

    /** Thresholds of diagnosis of the American Diabetes Association. */
    private void sugar(int i) {
        int to = s.afterAny(i, SUGAR);
        if (to < 0 || !s.free(i, to) || condition(i)) {
            return;
        }
        ask(
                Draft.Topic.LIMIT,
                i,
                to,
                "High by which measurement?",
                List.of(
                        way(
                                "HbA1c of at least 6.5 %",
                                atLeast("hba1c", 6.5, "%"),
                                "High blood sugar is taken as an HbA1c of at least 6.5 %."),
                        way(
                                "fasting glucose of at least 126 mg/dL",
                                atLeast("glucose_fasting", 126, "mg/dL"),
                                ""),
                        way(
                                "glucose at any time of at least 200 mg/dL",
                                atLeast("glucose", 200, "mg/dL"),
                                "")));
    }

    /** "intermediate hyperglycemia" is a condition's name. */
    private boolean condition(int i) {
        return s.named().stream()
                .anyMatch(n -> n.is(Concept.Kind.CONDITION) && n.from() <= i && i < n.to());
    }

    private void cancer(int i) {
        boolean cancer = s.like(i, CANCER + "|oncology");
        boolean free = s.free(i) && !s.inConcept(i);
        if (!cancer || !free) {
            return;
        }
        boolean named =
                s.named().stream()
                        .anyMatch(
                                n ->
                                        n.is(Concept.Kind.CONDITION)
                                                && n.concept().id().endsWith("-cancer"));
        if (named) { // "thoracic oncology: 380 lung cancer patients"
            s.use(i, i + 1);
            return;
        }
        ask(
                Draft.Topic.CONDITION,
                i,
                i + 1,
                "Which cancer?",
                CANCERS.stream().map(VagueWords::cancer).toList());
    }

    private static Ambiguity.Way cancer(String id) {
        String label = id.replace('-', ' ');
        boolean usual = id.equals(CANCERS.get(0));
        return condition(label, id, usual ? "\"Cancer\" is taken as " + label + "." : "");
    }

    /** "heart disease", which has no name of its own among the conditions. */
    private void heart(int i) {
        boolean heart =
                s.like(i, "heart|cardiac")
                        && s.like(
                                i + 1,
                                "diseases?|problems?|conditions?|trouble|patients|cases|sufferers");
        boolean kind = // "congenital heart disease"
                s.at(i - 1).kind() == Token.Kind.WORD
                        && s.like(
                                i - 1,
                                "congenital|valvular|rheumatic|structural|hypertensive|pulmonary");
        if (!heart || kind || !s.free(i, i + 2) || s.inConcept(i)) {
            return;
        }
        ask(
                Draft.Topic.CONDITION,
                i,
                i + 2,
                "Which heart disease?",
                List.of(
                        condition(
                                "coronary artery disease",
                                "coronary-artery-disease",
                                "\"Heart disease\" is taken as coronary artery disease."),
                        condition("heart failure", "heart-failure", ""),
                        condition("atrial fibrillation", "atrial-fibrillation", "")));
    }

    /** "low kidney function": below which filtration rate, of the stages of KDIGO 2012. */
    private void kidney(int i) {
        boolean low =
                s.like(
                        i,
                        "low|lower|reduced|impaired|poor|bad|decreased|diminished|worse|limited|declining");
        boolean of = s.like(i + 1, "kidney|renal") && s.like(i + 2, "functions?");
        if (!low || !of || !s.free(i, i + 3) || condition(i) || limited(i + 3)) {
            return;
        }
        ask(
                Draft.Topic.LIMIT,
                i,
                i + 3,
                "Up to which filtration rate (eGFR)?",
                List.of(
                        way(
                                "eGFR of at most 59",
                                atMost("egfr", 59, RATE),
                                "Low kidney function is taken as an eGFR below 60."),
                        way("eGFR of at most 44", atMost("egfr", 44, RATE), ""),
                        way("eGFR of at most 29", atMost("egfr", 29, RATE), "")));
    }

    /** A number behind it says how low. */
    private boolean limited(int from) {
        for (int k = from; k < s.size(); k++) {
            if (s.at(k).number() && s.like(k - 1, "<|under|below|than|[(]|egfr|to|of|most|=|≤")) {
                return true;
            }
        }
        return false;
    }

    private static Ambiguity.Way condition(String label, String id, String assumption) {
        return way(label, new HasCondition(id, Optional.empty()), assumption);
    }

    static Ambiguity.Way way(String label, Criterion criterion, String assumption) {
        return new Ambiguity.Way(label, criterion, assumption);
    }

    static Criterion atLeast(String id, double low, String unit) {
        return new ObservationWithin(id, new QuantityRange(low, Double.POSITIVE_INFINITY, unit));
    }

    static Criterion atMost(String id, double high, String unit) {
        return new ObservationWithin(id, new QuantityRange(Double.NEGATIVE_INFINITY, high, unit));
    }

    private void ask(
            Draft.Topic topic, int from, int to, String question, List<Ambiguity.Way> ways) {
        ask(draft, topic, from, to, question, ways);
    }

    /** The first way is taken until the user has answered. */
    static void ask(
            Draft draft,
            Draft.Topic topic,
            int from,
            int to,
            String question,
            List<Ambiguity.Way> ways) {
        draft.found(topic, ways.get(0).criterion(), from, to);
        draft.ask(new Ambiguity(draft.sentence.quote(from, to), question, ways));
    }
}
