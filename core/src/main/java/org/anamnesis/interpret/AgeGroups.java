package org.anamnesis.interpret;

import java.util.Map;

/** Ages in words: "children", "seniors", "in their fifties". */
final class AgeGroups {
    /** Where old age begins, if nobody says otherwise. */
    static final int OLD = 65;

    private static final int OLDEST = AgeWords.OLDEST;

    /** Ages from {@code min} to {@code max}; what is assumed, if the word leaves it open. */
    record Group(int min, int max, String assumption) {}

    private static final Map<String, Group> GROUPS =
            Map.ofEntries(
                    Map.entry("children", new Group(0, 17, "")),
                    Map.entry("child", new Group(0, 17, "")),
                    Map.entry("kids", new Group(0, 17, "")),
                    Map.entry("minors", new Group(0, 17, "")),
                    Map.entry("newborns", new Group(0, 0, "")),
                    Map.entry("neonates", new Group(0, 0, "")),
                    Map.entry("infants", new Group(0, 1, "Infants are taken as up to 1 year old.")),
                    Map.entry("babies", new Group(0, 1, "Babies are taken as up to 1 year old.")),
                    Map.entry(
                            "toddlers", new Group(1, 3, "Toddlers are taken as 1 to 3 years old.")),
                    Map.entry("pediatric", new Group(0, 17, "")),
                    Map.entry("paediatric", new Group(0, 17, "")),
                    Map.entry("adolescents", new Group(12, 17, "")),
                    Map.entry("adolescent", new Group(12, 17, "")),
                    Map.entry("teenagers", new Group(13, 19, "")),
                    Map.entry("teenage", new Group(13, 19, "")),
                    Map.entry("teens", new Group(13, 19, "")),
                    Map.entry("teen", new Group(13, 19, "")),
                    Map.entry("teenager", new Group(13, 19, "")),
                    Map.entry("adult", new Group(18, OLDEST, "")),
                    Map.entry("adults", new Group(18, OLDEST, "")),
                    Map.entry(
                            "young adults",
                            new Group(18, 39, "Young adults are taken as 18 to 39 years old.")),
                    Map.entry(
                            "middle aged",
                            new Group(40, 64, "Middle-aged is taken as 40 to 64 years old.")),
                    Map.entry("elderly", old("Elderly")),
                    Map.entry("seniors", old("Seniors")),
                    Map.entry("senior", old("Senior")),
                    Map.entry("geriatric", old("Geriatric")),
                    Map.entry("older adults", old("Older adults")),
                    Map.entry("older people", old("Older people")),
                    Map.entry("older patients", old("Older patients")),
                    Map.entry("older women", old("Older")),
                    Map.entry("older men", old("Older")),
                    Map.entry("sexagenarians", new Group(60, 69, "")),
                    Map.entry("septuagenarians", new Group(70, 79, "")),
                    Map.entry("octogenarians", new Group(80, 89, "")),
                    Map.entry("nonagenarians", new Group(90, 99, "")),
                    Map.entry("centenarians", new Group(100, OLDEST, "")),
                    Map.entry("older diabetics", old("Older")),
                    Map.entry("old people", old("Old")),
                    Map.entry("old patients", old("Old")),
                    Map.entry("pensioners", old("Pensioners")),
                    Map.entry("medicare age", old("Medicare age")),
                    Map.entry("medicare aged", old("Medicare age")),
                    Map.entry(
                            "working age",
                            new Group(18, 64, "Working age is taken as 18 to 64 years.")));

    static final Phrases NAMES = new Phrases(GROUPS.keySet());

    static final Map<String, Integer> DECADES =
            Map.of(
                    "twenties",
                    20,
                    "thirties",
                    30,
                    "forties",
                    40,
                    "fifties",
                    50,
                    "sixties",
                    60,
                    "seventies",
                    70,
                    "eighties",
                    80,
                    "nineties",
                    90);

    private AgeGroups() {}

    static Group of(String words) {
        return GROUPS.get(words);
    }

    private static Group old(String word) {
        return new Group(OLD, OLDEST, word + " is taken as 65 years and older.");
    }
}
