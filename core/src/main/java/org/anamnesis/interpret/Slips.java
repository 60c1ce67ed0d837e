package org.anamnesis.interpret;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Slips and shorthands of plain words: those that stand here, and of the words that requests are
 * made of two neighbouring letters swapped, one left out or one doubled. Names of concepts are the
 * vocabulary's business.
 */
final class Slips {
    private static final int SHORTEST_MISSING = 5;

    /** Requests are made of these. */
    private static final String WORDS =
            "male males female females women woman people person persons patients patient children"
                    + " adults adult above below under over between least most with without aged years"
                    + " older younger average mean median percent smokers smoker current former never"
                    + " disease diagnosed generate create produce include including exclude excluding"
                    + " remove replace change undo only also where those these their should"
                    + " observations medication medications missing cohort sample region insurance"
                    + " uninsured hispanic black white asian random seed format";

    /** What one of these slips would make of it is a word of its own. */
    private static final Set<String> WORDS_OF_THEIR_OWN =
            Set.of(
                    ("asia stations station back blow chang crate crete last lest media mediation medina oder patent"
                                    + " patents smoke thee were")
                            .split(" "));

    private static final Map<String, String> MEANT = new HashMap<>();

    /** None of these becomes another English word when two of its letters are swapped. */
    private static final String SWAPPED =
            "with male males female females women patient patients people between years above below "
                    + "under older younger smokers without percent average taking aged only half "
                    + "history observations white black hispanic asian "
                    + "outliers outlier missing smoking diagnosed correlate correlation exclude "
                    + "potassium sodium weight months";

    static {
        Set<String> known = new HashSet<>(Arrays.asList(WORDS.split(" ")));
        for (String word : known) {
            slips(word, known);
        }
        all("above", "abvoe aboev abov");
        all("correlated", "corelated correllated corellated corrolated correleted");
        all("correlate", "corelate correllate corellate");
        all("correlation", "corelation correllation corellation corrolation");
        all("below", "bellow belwo beloww");
        all("with", "wiht wth witht w");
        all("without", "wihtout withuot wo");
        all("female", "femal femle");
        all("females", "femals femles");
        all("women", "wemen womens");
        all("people", "ppl peeps poeple");
        all("patients", "pts pateints patinets patietns paitents patiens pacients");
        all("patient", "pt");
        all("between", "betwen beetween btw");
        all("years", "yrs yeras");
        all("smokers", "smokrs smokeres");
        all("undo", "undoo udno");
        all("please", "plz pls plse pleas pleaze plese");
        all("mean", "meen");
        all("average", "avarage averge");
        all("generate", "genrate generat generte");
        all("older", "oldr");
        all("under", "undr");
        all("remove", "remvoe");
        all("percent", "pecent precent persent procent prozent percents pct");
        all("people", "ppl peeple poeple");
        for (String word : SWAPPED.split(" ")) {
            swapped(word, 1);
        }
    }

    /** Two letters from {@code from} on in each other's place: "mael", "wtih", "patinets". */
    private static void swapped(String word, int from) {
        for (int i = from; i + 1 < word.length(); i++) {
            String slip =
                    word.substring(0, i)
                            + word.charAt(i + 1)
                            + word.charAt(i)
                            + word.substring(i + 2);
            if (!slip.equals(word)) {
                MEANT.putIfAbsent(slip, word);
            }
        }
    }

    static {
        for (String word :
                ("male female males females women woman smokers smoker people persons patients"
                                + " older younger above below under between years aged mean average"
                                + " median without exclude excluding remove percent stage change"
                                + " undo only aged")
                        .split(" ")) {
            swapped(word, 0);
        }
    }

    private Slips() {}

    private static void slips(String word, Set<String> known) {
        for (int i = 0; i + 1 < word.length(); i++) {
            String rest = word.substring(i + 2);
            slip(word.substring(0, i) + word.charAt(i + 1) + word.charAt(i) + rest, word, known);
        }
        boolean plural = word.endsWith("s");
        for (int i = 1; word.length() >= SHORTEST_MISSING && i < word.length(); i++) {
            slip(word.substring(0, i) + word.charAt(i) + word.substring(i), word, known);
            if (!plural || i + 1 < word.length()) {
                slip(word.substring(0, i) + word.substring(i + 1), word, known);
            }
        }
    }

    private static void slip(String typed, String word, Set<String> known) {
        if (!known.contains(typed) && !WORDS_OF_THEIR_OWN.contains(typed)) {
            MEANT.put(typed, word);
        }
    }

    private static void all(String meant, String slips) {
        for (String slip : slips.split(" ")) {
            MEANT.put(slip, meant);
        }
    }

    static String meant(String word) {
        return MEANT.getOrDefault(word, word);
    }
}
