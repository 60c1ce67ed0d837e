package org.anamnesis.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.anamnesis.table.Variable;

/**
 * Columns that neighbours and colleagues know of a person, guessed from English names. The list
 * follows what the HIPAA safe harbour and its guidance call quasi-identifiers: age, sex, origin,
 * place, and what is visible of a way of life.
 */
public final class CommonKeys {
    private static final Set<String> WORDS =
            Set.of(
                    "age",
                    "sex",
                    "gender",
                    "race",
                    "ethnicity",
                    "ethnic",
                    "education",
                    "marital",
                    "married",
                    "zip",
                    "postcode",
                    "county",
                    "state",
                    "region",
                    "country",
                    "city",
                    "occupation",
                    "job",
                    "birthyear",
                    "religion",
                    "language");

    private static final Set<String> CONCEPTS =
            Set.of("age", "sex", "race", "race_eth", "ethnicity", "education", "marital");

    /** More known facts make nearly everybody unique, and nothing is read off any more. */
    private static final int MOST = 5;

    private CommonKeys() {}

    /** At most {@value #MOST} names, in the order of the columns. */
    public static List<String> among(List<Variable> variables) {
        return variables.stream()
                .map(Variable::name)
                .filter(CommonKeys::isKey)
                .limit(MOST)
                .toList();
    }

    /** Whether a column of this concept is known to acquaintances, whatever its name. */
    public static boolean isConcept(String id) {
        return CONCEPTS.contains(id);
    }

    private static boolean isKey(String name) {
        String apart = name.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2").toLowerCase(Locale.ROOT);
        String first = apart.split("[^\\p{L}]+", -1)[0];
        return WORDS.contains(first); // "age" and "Age_years", but not "SmokeAge"
    }
}
