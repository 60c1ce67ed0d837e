package org.anamnesis.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.regex.Pattern;
import org.anamnesis.random.SeedTree;
import org.anamnesis.testkit.ForAll;
import org.junit.jupiter.api.Test;

class PlainChoiceTest {
    private static final String LETTERS = "aabbé?|[.]+-% ";

    @Test
    void whatIsLookedUpIsWhatTheExpressionSays() {
        List<String> expressions =
                List.of(
                        "women|woman|females?",
                        "%|percent|of",
                        "follow-?up",
                        "|but|a",
                        "",
                        "colou?rs?|grays?",
                        "[.;!?]",
                        "(?i)one|a",
                        "a+",
                        "ab??");
        List<String> words =
                List.of(
                        "",
                        "a",
                        "ab",
                        "aa",
                        "b",
                        "but",
                        "one",
                        "One",
                        ".",
                        "%",
                        "female",
                        "females",
                        "femal",
                        "woman",
                        "color",
                        "colours",
                        "gray",
                        "greys",
                        "followup",
                        "follow-up",
                        "women|woman");
        for (String expression : expressions) {
            for (String word : words) {
                check(expression, word);
            }
        }
    }

    /** Random expressions of few signs, of which some are none. */
    @Test
    void soItIsOfRandomOnes() {
        ForAll.seeds(
                5000,
                seed -> {
                    long key = new SeedTree(seed).purpose("expression");
                    String expression = random(key, LETTERS);
                    if (compiles(expression)) {
                        for (int k = 0; k < 20; k++) {
                            check(expression, random(SeedTree.key(key, k), "abé%- "));
                        }
                    }
                });
    }

    private static String random(long key, String of) {
        StringBuilder all = new StringBuilder();
        int length = (int) (7 * SeedTree.uniform(key, 0));
        for (int i = 1; i <= length; i++) {
            all.append(of.charAt((int) (of.length() * SeedTree.uniform(key, i))));
        }
        return all.toString();
    }

    private static boolean compiles(String expression) {
        try {
            Pattern.compile(expression);
            return true;
        } catch (java.util.regex.PatternSyntaxException e) {
            return false;
        }
    }

    private static void check(String expression, String word) {
        assertEquals(
                Pattern.matches(expression, word),
                PlainChoice.of(expression).test(word),
                () -> expression + " on " + word);
    }
}
