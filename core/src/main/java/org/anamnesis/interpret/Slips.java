package org.anamnesis.interpret;

import java.util.HashMap;
import java.util.Map;

/**
 * Frequent slips and shorthands of plain words; names of concepts are the vocabulary's business.
 */
final class Slips {
    private static final Map<String, String> MEANT = new HashMap<>();

    /** None of these becomes another English word when two of its letters are swapped. */
    private static final String SWAPPED =
            "with male males female females women patient patients people between years above below "
                    + "under older younger smokers without percent average taking aged only half "
                    + "history observations white black hispanic asian";

    static {
        all("above", "abvoe aboev abov");
        all("below", "bellow belwo beloww");
        all("with", "wiht wth witht w");
        all("without", "wihtout withuot wo");
        all("female", "femal femle");
        all("females", "femals femles");
        all("women", "wemen womens");
        all("patients", "pts pateints patinets patietns paitents patiens pacients");
        all("patient", "pt");
        all("between", "betwen beetween btw");
        all("years", "yrs yeras");
        all("smokers", "smokrs smokeres");
        all("undo", "undoo");
        all("mean", "meen");
        all("average", "avarage averge");
        all("generate", "genrate generat generte");
        all("older", "oldr");
        all("under", "undr");
        all("remove", "remvoe");
        all("percent", "pecent precent");
        all("people", "ppl peeple poeple");
        for (String word : SWAPPED.split(" ")) {
            swapped(word);
        }
    }

    /** Two letters behind the first one in each other's place: "mael", "wtih", "patinets". */
    private static void swapped(String word) {
        for (int i = 1; i + 1 < word.length(); i++) {
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

    private Slips() {}

    private static void all(String meant, String slips) {
        for (String slip : slips.split(" ")) {
            MEANT.put(slip, meant);
        }
    }

    static String meant(String word) {
        return MEANT.getOrDefault(word, word);
    }
}
