package org.anamnesis.converse;

import java.util.List;
import java.util.regex.Pattern;

/** What can be said here, and what the data may be used for. */
final class Help {
    private static final Pattern GREETING =
            Pattern.compile(
                    "\\W*(?:(?:hello|hi|hey|good (?:morning|afternoon|evening|day)|hallo|guten (?:tag|morgen|abend)"
                            + "|hola|buenos días|buenas (?:tardes|noches)|bonjour|bonsoir|salut)(?!\\p{L})|你好|您好)",
                    Pattern.CASE_INSENSITIVE);

    private Help() {}

    /** Whether a message begins with a greeting. */
    static boolean greets(String message) {
        return GREETING.matcher(message).lookingAt();
    }

    static Answer general() {
        return new Answer(
                "Say in plain words which patients you want, and change them by talking:",
                List.of(
                        "\"500 women with asthma aged 20 to 40\", \"2000 type 2 diabetes patients with 20 observations\"",
                        "\"make 60 % female\", \"HbA1c above 8\", \"mean LDL 100\", \"drop the smokers\", \"with CKD stage 3 in 20 %\"",
                        "\"add potassium\", \"also on metformin\", \"HbA1c 1 point higher\", \"the same but for men\"",
                        "\"over 5 years, quarterly visits\", \"two arms: metformin and insulin, same age\", \"with ECGs, 20 % with LBBB\"",
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
}
