package org.anamnesis.converse;

import java.util.List;
import java.util.Locale;
import org.anamnesis.interpret.Intent.About.Topic;
import org.anamnesis.spec.CohortSpec;

/** What can be said here, and what the data may be used for. */
final class Help {
    private Help() {}

    static Answer general() {
        return new Answer(
                "Say in plain words which patients you want, and change them by talking:",
                List.of(
                        "\"500 women with asthma aged 20 to 40\", \"2000 type 2 diabetes patients with 20 observations\"",
                        "\"make 60 % female\", \"HbA1c above 8\", \"mean LDL 100\", \"drop the smokers\", \"with CKD stage 3 in 20 %\"",
                        "\"add potassium\", \"also on metformin\", \"HbA1c 1 point higher\", \"the same but for men\"",
                        "\"undo\", \"start over\", \"save this as A\", \"go back to A\", \"compare A and B\", \"what changed since A?\"",
                        "\"what did you assume?\", \"how rare is this?\", \"what is the mean HbA1c in type 2 diabetes, and who says so?\"",
                        "\"make it\" writes the files"),
                Typed.object("kind", "help"));
    }

    static Answer fitness() {
        return new Answer(
                "For teaching, testing and developing methods, yes; for findings about real people or clinical decisions, no.",
                List.of(
                        "every row is synthetic: redrawn from a synthetic census that was learned from public survey microdata (NHANES)",
                        "a model trained on it learns what the survey knows and no more: check it on real patients before it is used on any",
                        "what was asked by you (limits, shares, means) and what was assumed is no evidence; each figure's source stands in sources.md",
                        "the report of each run compares the cohort with the reference population"),
                Typed.object("kind", "fitness"));
    }

    static Answer about(Topic topic, CohortSpec spec) {
        return switch (topic) {
            case LIMITS ->
                    answer(
                            topic,
                            "What these data cannot do:",
                            "one visit a patient; no course over time yet",
                            "adults and children of the United States outside institutions, 2011 to March 2020; no other country's microdata",
                            "diagnoses are what people told a survey; drugs as classes, of 2011 to 2014, newer ones placed by published use",
                            "not for clinical decisions, and not for findings about real people");
            case PRIVACY ->
                    answer(
                            topic,
                            "No row is a person, and nobody can be found in it by design: rows are redrawn twice from public survey data.",
                            "the survey (NHANES) is public and holds no names; the program ships a synthetic census, not its rows",
                            "the program works offline and sends nothing anywhere",
                            "a formal guarantee such as differential privacy is not given");
            case CERTAINTY ->
                    answer(
                            topic,
                            "Each figure says how far it was checked: computed from microdata, read in its source, unverified, or assumed.",
                            "sources.md of a run lists every column with its source, years and persons",
                            "the report compares the cohort with the reference population and says how far the request lies from it",
                            "the README says how close the data come to people never seen");
            case REPEAT ->
                    answer(
                            topic,
                            "Yes: the same words and the same seed make the same files, byte for byte.",
                            "the seed is %d at present; \"seed 42\" changes it"
                                    .formatted(spec.seed()),
                            "spec.json of a run remakes it: ./anamnesis generate --spec spec.json");
            case FORMATS ->
                    answer(
                            topic,
                            "CSV and Parquet; FHIR and OMOP are not there yet.",
                            "at present: " + String.join(", ", spec.formats()));
            case OBSERVATIONS ->
                    answer(
                            topic,
                            "The evidence ranks each condition's observations; 20, or as many as are known, are taken unless you say otherwise.",
                            "asked at present: " + Understood.words(spec.observations()),
                            "\"the 10 most important\", \"add potassium\", \"only HbA1c and LDL\" change it");
            case METHOD ->
                    answer(
                            topic,
                            "By sequential conditional trees (engine \"%s\" at present) learned from a synthetic census of the United States."
                                    .formatted(spec.engine()),
                            "a selection keeps the people who meet it; a share or mean reweights them with the least change (entropy balancing)",
                            "trees learned on these people draw new ones; what follows by formula (BMI, eGFR, LDL) is computed",
                            "the census was made by the same method from public NHANES microdata");
            case COUNT ->
                    answer(topic, "%d patients are asked for at present.".formatted(spec.count()));
            case MODEL ->
                    answer(
                            topic,
                            "No language model is needed or used here: requests are read by rules, on this machine.",
                            "figures always come from the evidence or the population, with their source");
        };
    }

    private static Answer answer(Topic topic, String text, String... lines) {
        return new Answer(
                text,
                List.of(lines),
                Typed.object("kind", "about", "topic", topic.name().toLowerCase(Locale.ROOT)));
    }
}
