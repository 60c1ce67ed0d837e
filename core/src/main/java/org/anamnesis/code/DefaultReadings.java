package org.anamnesis.code;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words that mean several things, what each is taken for, and the sentence that says so. */
final class DefaultReadings {
    /**
     * One reading.
     *
     * @param concept id
     * @param assumption a sentence for the user, without the full stop
     */
    record Reading(String concept, String assumption) {}

    private static final Map<String, Reading> BY_WORDS = new HashMap<>();

    static {
        add(
                "type-2-diabetes",
                "\"diabetes\" is read as type 2 diabetes, about nine in ten of those with diabetes; say \"type 1\" for the other",
                "diabetes",
                "diabetic",
                "diabetics",
                "diabetes mellitus",
                "dm");
        add(
                "obesity",
                "\"overweight\" is read as obesity, a body mass index of 30 or more; say \"BMI 25 to 30\" for overweight alone",
                "overweight");
        add(
                "stroke",
                "a transient ischemic attack is counted with stroke",
                "tia",
                "tias",
                "transient ischemic attack",
                "transient ischaemic attack",
                "mini stroke",
                "ministroke");
        add("coronary-artery-disease", "angina is counted with coronary artery disease", "angina");
        add(
                "chronic-kidney-disease",
                "kidney failure is read as chronic kidney disease of any stage; add a stage, such as \"CKD stage 5\", for less",
                "kidney failure",
                "renal failure");
        add(
                "gestational-diabetes",
                "pregnancy is read with the evidence on pregnancy and gestational diabetes",
                "pregnant",
                "pregnancy",
                "pregnancies",
                "pregnant women");
        add("dementia", "memory loss is read as dementia", "memory loss");
        add(
                "hyperlipidemia",
                "high triglycerides are counted with hyperlipidemia",
                "high triglycerides",
                "hypertriglyceridemia",
                "hypertriglyceridaemia");
        add(
                "class:ssri",
                "antidepressants are read as SSRIs, the commonest",
                "antidepressant",
                "antidepressants");
        add(
                "class:loop-diuretic",
                "water pills are read as loop diuretics",
                "water pill",
                "water pills",
                "fluid pills");
    }

    private DefaultReadings() {}

    private static void add(String concept, String assumption, String... words) {
        List.of(words).forEach(w -> BY_WORDS.put(w, new Reading(concept, assumption)));
    }

    /** The reading of these words in lower case with single spaces, if they need one. */
    static Optional<Reading> of(String words) {
        return Optional.ofNullable(BY_WORDS.get(words));
    }
}
