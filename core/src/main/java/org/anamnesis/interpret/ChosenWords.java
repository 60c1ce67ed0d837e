package org.anamnesis.interpret;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.anamnesis.code.Vocabulary;

/** What a question about one's own request is about: "which drug did I choose?" */
public final class ChosenWords {
    public static final String DRUGS = "drugs";
    public static final String CONDITION = "condition";
    public static final String OBSERVATIONS = "observations";
    public static final String COUNT = "count";
    public static final String POPULATION = "population";
    public static final String FORMATS = "formats";
    public static final String SEED = "seed";
    public static final String ENGINE = "engine";
    public static final String LIMITS = "limits";

    private static final Map<String, Set<String>> SUBJECTS = new LinkedHashMap<>();

    static {
        add(
                "age",
                "age ages aged old older young younger oldest youngest children adults elderly seniors");
        add(
                "sex",
                "sex gender women woman men man female females male males sexes girls boys ladies");
        add("smoking", "smoking smoke smokers smoker tobacco cigarettes");
        add("race_ethnicity", "race ethnicity ethnic races black hispanic asian");
        add("insurance", "insurance insured uninsured medicaid medicare coverage");
        add("region", "region regions midwest northeast");
        add(
                DRUGS,
                "drug drugs medication medications medicine medicines treatment treatments therapy");
        add(
                CONDITION,
                "condition conditions disease diseases diagnosis diagnoses comorbidity comorbidities");
        add(OBSERVATIONS, "observation observations lab labs variables columns");
        add(COUNT, "patients count many number people size");
        add(POPULATION, "population country");
        add(FORMATS, "format formats");
        add(SEED, "seed");
        add(ENGINE, "engine");
        add(LIMITS, "limit limits restriction restrictions criteria filters target targets");
    }

    /** Ask how many people there are only where nothing else is named. */
    private static final Set<String> WEAK = Set.of(COUNT, POPULATION, LIMITS);

    private ChosenWords() {}

    private static void add(String subject, String words) {
        SUBJECTS.put(subject, Set.copyOf(Arrays.asList(words.split(" "))));
    }

    /** Subjects of edits, or one of the words above. */
    public static Set<String> subjects(String message) {
        Sentence s = new Sentence(MessageText.withoutControls(message), Vocabulary.bundled());
        Set<String> subjects = new LinkedHashSet<>();
        s.named().stream()
                .filter(n -> !n.concept().id().equals("general-population"))
                .forEach(n -> subjects.add(n.concept().id()));
        SUBJECTS.forEach(
                (subject, words) -> {
                    boolean weak = WEAK.contains(subject) && !subjects.isEmpty();
                    boolean said = false;
                    for (int i = 0; i < s.size(); i++) {
                        said |= words.contains(s.word(i)) && !s.inConcept(i);
                    }
                    if (said && !weak) {
                        subjects.add(subject);
                    }
                });
        boolean pressure = s.text().toLowerCase(Locale.ROOT).contains("blood pressure");
        if (pressure && !subjects.contains("sbp") && !subjects.contains("dbp")) {
            subjects.add("sbp");
            subjects.add("dbp");
        }
        return subjects;
    }
}
