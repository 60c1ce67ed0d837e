package org.anamnesis.interpret;

import java.util.HashMap;
import java.util.Map;

/**
 * Frequent slips and shorthands of plain words; names of concepts are the vocabulary's business.
 */
final class Slips {
    private static final Map<String, String> MEANT = new HashMap<>();

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
