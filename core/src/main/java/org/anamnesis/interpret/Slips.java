package org.anamnesis.interpret;

/**
 * Slips and shorthands of plain words, those that requests are made of. Names of concepts are the
 * vocabulary's business.
 */
final class Slips {
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
    private static final String WORDS_OF_THEIR_OWN =
            "asia stations station back blow chang crate crete last lest media mediation medina oder patent"
                    + " patents smoke thee were";

    /** None of these becomes another English word when two of its letters are swapped. */
    private static final String SWAPPED =
            "with male males female females women patient patients people between years above below "
                    + "under older younger smokers without percent average taking aged only half "
                    + "history observations white black hispanic asian "
                    + "outliers outlier missing smoking diagnosed correlate correlation exclude "
                    + "potassium sodium weight months";

    /** Nor do these when the first two are. */
    private static final String SWAPPED_FIRST =
            "male female males females women woman smokers smoker people persons patients"
                    + " older younger above below under between years aged mean average"
                    + " median without exclude excluding remove percent stage change"
                    + " undo only aged";

    private static final SlipTable TABLE =
            new SlipTable(WORDS, WORDS_OF_THEIR_OWN)
                    .every(0, true)
                    .told("above", "abvoe aboev abov")
                    .told("correlated", "corelated correllated corellated corrolated correleted")
                    .told("correlate", "corelate correllate corellate")
                    .told("correlation", "corelation correllation corellation corrolation")
                    .told("below", "bellow belwo beloww")
                    .told("with", "wiht wth witht w")
                    .told("without", "wihtout withuot wo")
                    .told("female", "femal femle")
                    .told("females", "femals femles")
                    .told("women", "wemen womens wimen womans wommen womem womin")
                    .told("people", "ppl peeps poeple")
                    .told(
                            "patients",
                            "pts patinets pateints patinets patietns paitents patiens pacients")
                    .told("patient", "pt")
                    .told("between", "betwen beetween btw")
                    .told("years", "yrs yeras")
                    .told("smokers", "smokrs smokeres")
                    .told("them", "em")
                    .told("undo", "undoo udno")
                    .told("please", "pleese plz pls plse pleas pleaze plese")
                    .told("mean", "meen")
                    .told("average", "avarage averge")
                    .told("generate", "genrate generat generte")
                    .told("older", "oldr")
                    .told("under", "undr")
                    .told("remove", "remvoe")
                    .told("percent", "pecent precent persent procent prozent percents pct")
                    .told("people", "ppl peeple poeple")
                    .swapped(SWAPPED, 1)
                    .swapped(SWAPPED_FIRST, 0);

    private Slips() {}

    static String meant(String word) {
        return TABLE.meant(word).orElse(word);
    }
}
